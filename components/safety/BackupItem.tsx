import { restoreAddress } from '../../lib/backup/offer';
import type { Snapshot } from '../../lib/backup/store';
import { bytesShown } from '../../lib/storage-room';
import { t } from '../../lib/text';

/** When a backup was made, what is in it, and what can be done with it. */
export function BackupItem({ snapshot, save }: { snapshot: Snapshot; save(): void }) {
  const { at, papers, parts } = snapshot;
  const when = timeShown(at);
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  return (
    <li>
      <span>
        {when}{' '}
        <span className="hint">
          {t('backups.papers', papers, [papers.toLocaleString()])}, {bytesShown(bytes)}
        </span>
      </span>
      <span className="buttons">
        <button type="button" aria-label={t('backups.saveOf', [when])} onClick={save}>
          {t('backups.save')}
        </button>
        <a href={restoreAddress(snapshot)} aria-label={t('backups.restoreOf', [when])}>
          {t('backups.restore')}
        </a>
      </span>
    </li>
  );
}

/** A time, as users write it. */
export function timeShown(at: number): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' });
}
