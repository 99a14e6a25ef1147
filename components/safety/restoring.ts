import { snapshots } from '../../lib/backup/store';
import { t } from '../../lib/text';
import type { Source } from '../library/exchange/importing';
import { timeShown } from './BackupItem';

/** The backup that an address names, as something to import; by its part after the `?`. */
export function backupAt(search: string): Source | undefined {
  const at = Number(new URLSearchParams(search).get('restore'));
  if (!at) return undefined;
  const read: Source['read'] = async (signal) => {
    const snapshot = (await snapshots()).find((each) => each.at === at);
    if (!snapshot) throw new Error(t('backups.gone'));
    const { readBackup } = await import('../../lib/backup/read');
    return readBackup(snapshot, signal);
  };
  return { name: t('backups.of', [timeShown(at)]), read };
}
