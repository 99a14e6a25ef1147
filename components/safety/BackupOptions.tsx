import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type Snapshot, snapshots } from '../../lib/backup/store';
import { takeBackup } from '../../lib/backup/take';
import { saveFile } from '../../lib/save-file';
import { t } from '../../lib/text';
import { OptionsSection } from '../OptionsSection';
import { OutcomeLine, useOutcome } from '../Outcome';
import { BackupItem } from './BackupItem';

/** The backups that there are: to make one now, to save one as a file, to restore one. */
export function BackupOptions() {
  const list = useSnapshots();
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
      const { backupAsFile } = await import('../../lib/backup/as-file');
      const { file, name } = await backupAsFile(snapshot);
      saveFile(file, name);
    });

  return (
    <OptionsSection title={t('backups.title')} text={t('backups.about')}>
      {list?.length === 0 && <p>{t('backups.none')}</p>}
      {list && list.length > 0 && (
        <ul aria-label={t('backups.list')} id="backups">
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
    </OptionsSection>
  );
}

/** They change while one looks. */
function useSnapshots(): Snapshot[] | undefined {
  const [list, setList] = useState<Snapshot[]>();
  useEffect(() => {
    const look = () => {
      snapshots().then(setList, (error) => console.error('Papergloss: backups cannot be listed.', error));
    };
    look();
    browser.storage.local.onChanged.addListener(look);
    return () => browser.storage.local.onChanged.removeListener(look);
  }, []);
  return list;
}
