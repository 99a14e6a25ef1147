import { useId } from 'react';
import { allowFolderAgain, chooseFolder, folderState, leaveFolder } from '../../lib/backup/folder';
import { takeBackup } from '../../lib/backup/take';
import type { LiveSettings } from '../../lib/settings';
import { t } from '../../lib/text';
import { OutcomeLine, useOutcome } from '../Outcome';
import { timeShown } from './BackupItem';
import { useStored } from './stored';

/** A folder of the user’s own in which the latest backup is kept as files; whether it is, and what is in the way. */
export function FolderOptions({ settings }: { settings: LiveSettings }) {
  const state = useStored(folderState);
  const told = useOutcome();
  const id = useId();

  const write = async () => {
    // What is there now is written now.
    await takeBackup();
    const { bringFolderUpToDate } = await import('../../lib/backup/folder-notes');
    await bringFolderUpToDate(settings.current.markdownTemplate);
  };
  const choose = () =>
    told.attempt(async () => {
      if (await chooseFolder()) await write();
    });
  const allow = () =>
    told.attempt(async () => {
      if (!(await allowFolderAgain())) throw new Error(t('folder.refused'));
      await write();
    });
  const leave = () => told.attempt(leaveFolder, { text: t('folder.left') });

  const at = state && Math.min(state.json ?? 0, state.notes ?? 0);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('folder.title')}</h3>
      <p>{t('folder.about')}</p>
      {state && (
        <>
          <p role="status">
            {t('folder.is', [state.name])} {at ? t('folder.written', [timeShown(at)]) : t('folder.nothing')}
          </p>
          {state.problem && (
            <p className="failure" role="alert">
              {t(`folder.problem.${state.problem}`)} {state.problem === 'failed' && state.detail}
            </p>
          )}
        </>
      )}
      <p className="buttons">
        {state?.problem === 'click' && (
          <button type="button" onClick={allow}>
            {t('folder.allow')}
          </button>
        )}
        {state?.problem === 'failed' && (
          <button type="button" onClick={() => told.attempt(write)}>
            {t('folder.again')}
          </button>
        )}
        <button type="button" onClick={choose}>
          {t(state ? 'folder.another' : 'folder.choose')}
        </button>
        {state && (
          <button type="button" onClick={leave}>
            {t('folder.leave')}
          </button>
        )}
      </p>
      <OutcomeLine {...told} />
    </section>
  );
}
