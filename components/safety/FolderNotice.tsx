import { folderState } from '../../lib/backup/folder';
import { t } from '../../lib/text';
import { useStored } from './stored';

/** Says that the folder of the backups is not up to date, and where to mend that. */
export function FolderNotice() {
  const state = useStored(folderState);
  if (!state?.problem) return null;
  return (
    <p className="notice" role="status">
      {t(`folder.problem.${state.problem}`)} <a href="options.html#backups">{t('room.options')}</a>
    </p>
  );
}
