import { useEffect, useState } from 'react';
import { type Snapshot, snapshots } from '../../lib/backup/store';
import { openingProblemOf } from '../../lib/library/opening-problem';
import { saveFile } from '../../lib/save-file';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import { useOutcome } from '../Outcome';
import { timeShown } from './BackupItem';

/** Instead of a page: why the library cannot be opened, what to do, and how to save what can be saved. */
export function CannotOpen({ error }: { error: unknown }) {
  const problem = openingProblemOf(error) ?? 'unknown';
  const told = useOutcome();

  const [saved, setSaved] = useState<number>();

  const save = () =>
    told.attempt(async () => {
      // It is large, and seldom wanted.
      const { rescue } = await import('../../lib/rescue');
      const rescued = await rescue();
      if (!rescued) throw new Error(t('opening.nothingRead'));
      saveFile(rescued.file, `papergloss-rescued-${new Date().toISOString().slice(0, 10)}.json`);
      setSaved(rescued.papers);
    });

  const [backup, setBackup] = useState<Snapshot>();
  useEffect(() => {
    snapshots().then(
      ([latest]) => setBackup(latest),
      (error) => console.error('Papergloss: backups cannot be listed.', error),
    );
  }, []);
  const saveBackup = () =>
    told.attempt(async () => {
      if (!backup) return;
      const { backupAsFile, refuseDamaged } = await import('../../lib/backup/as-file');
      const { file, name, unreadable } = await backupAsFile(backup);
      saveFile(file, name);
      refuseDamaged(unreadable); // It is better than nothing, and not said to be all.
      setSaved(backup.papers);
    });

  return (
    <main className="cannot-open">
      <h1>{t('opening.title')}</h1>
      <div role="alert">
        <p>{t(`opening.${problem}`)}</p>
        <p>{t(`opening.${problem}Do`)}</p>
      </div>
      <p>
        <button type="button" onClick={() => location.reload()}>
          {t('opening.again')}
        </button>
      </p>
      <p>
        <button type="button" onClick={save}>
          {t('opening.save')}
        </button>{' '}
        <span className="hint">{t('opening.saveHint')}</span>
      </p>
      {backup && (
        <p>
          <button type="button" onClick={saveBackup}>
            {t('opening.saveBackup')}
          </button>{' '}
          <span className="hint">
            {t('opening.saveBackupHint', [
              timeShown(backup.at),
              t('backups.papers', backup.papers, [backup.papers.toLocaleString()]),
            ])}
          </span>
        </p>
      )}
      <p role="status">{saved !== undefined && t('opening.saved', saved, [saved.toLocaleString()])}</p>
      {told.failure !== undefined && <Failure error={told.failure} />}
      <details>
        <summary>{t('opening.detail')}</summary>
        <code>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</code>
      </details>
    </main>
  );
}
