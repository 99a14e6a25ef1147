import { useState } from 'react';
import { canChooseFolder } from '../../lib/backup/folder';
import { type Snapshot, snapshots } from '../../lib/backup/store';
import { takeBackup } from '../../lib/backup/take';
import { saveFile } from '../../lib/save-file';
import type { LiveSettings } from '../../lib/settings';
import { t } from '../../lib/text';
import { OptionsSection } from '../OptionsSection';
import { OutcomeLine, useOutcome } from '../Outcome';
import { BackupItem } from './BackupItem';
import { DownloadOptions } from './DownloadOptions';
import { FolderOptions } from './FolderOptions';
import { useStored } from './stored';

/** The backups that there are: to make one now, to save one as a file, to restore one; and where else they go. */
export function BackupOptions({ settings }: { settings: LiveSettings }) {
  const list = useStored(snapshots);
  /** How many papers are in it so far. */
  const [progress, setProgress] = useState<number>();
  const [made, setMade] = useState<number>();
  const told = useOutcome();

  const make = async () => {
    setProgress(0);
    await told.attempt(async () => {
      const snapshot = await takeBackup({ onProgress: setProgress });
      if (!snapshot) throw new Error(t('backups.nothing'));
      setMade(snapshot.papers);
    });
    setProgress(undefined);
  };
  const save = (snapshot: Snapshot) =>
    told.attempt(async () => {
      const { backupAsFile, refuseDamaged } = await import('../../lib/backup/as-file');
      const { file, name, unreadable } = await backupAsFile(snapshot);
      saveFile(file, name);
      refuseDamaged(unreadable); // It is better than nothing, and not said to be all.
    });

  return (
    <OptionsSection title={t('backups.title')} text={t('backups.about')} anchor="backups">
      {list?.length === 0 && <p>{t('backups.none')}</p>}
      {list && list.length > 0 && (
        <ul aria-label={t('backups.list')}>
          {list.map((snapshot) => (
            <BackupItem key={snapshot.at} snapshot={snapshot} save={() => save(snapshot)} />
          ))}
        </ul>
      )}
      {progress === undefined ? (
        <button type="button" onClick={make}>
          {t('backups.now')}
        </button>
      ) : (
        <p>
          <progress aria-label={t('backups.progress')} /> {t('backups.papers', progress, [progress.toLocaleString()])}
        </p>
      )}
      <p role="status">
        {progress === undefined && made !== undefined && t('backups.made', made, [made.toLocaleString()])}
      </p>
      <OutcomeLine {...told} />
      {canChooseFolder() ? <FolderOptions settings={settings} /> : <DownloadOptions />}
    </OptionsSection>
  );
}
