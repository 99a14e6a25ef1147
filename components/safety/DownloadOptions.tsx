import { useId } from 'react';
import { downloadsState, turnDownloadsOff, turnDownloadsOn } from '../../lib/backup/downloads';
import { takeBackup } from '../../lib/backup/take';
import { t } from '../../lib/text';
import { OutcomeLine, useOutcome } from '../Outcome';
import { timeShown } from './BackupItem';
import { useStored } from './stored';

/** Where no folder can be chosen: whether a backup is downloaded each day. */
export function DownloadOptions() {
  const state = useStored(downloadsState);
  const told = useOutcome();
  const id = useId();

  const turn = (isOn: boolean) =>
    told.attempt(
      async () => {
        if (!isOn) return turnDownloadsOff();
        // The browser must be asked right at the click.
        if (!(await turnDownloadsOn())) throw new Error(t('downloads.refused'));
        const snapshot = await takeBackup();
        // It is large, and seldom wanted.
        const { downloadIfDue } = await import('../../lib/backup/download-due');
        if (snapshot) await downloadIfDue(snapshot);
      },
      { text: t(isOn ? 'options.isOn' : 'options.isOff', [t('downloads.title')]) },
    );

  return (
    <div className="habits">
      <label>
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked.
          role="switch"
          aria-describedby={id}
          checked={state !== undefined}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        {t('downloads.title')}
      </label>
      <p id={id}>
        {t('downloads.about')} {state?.at && t('downloads.last', [timeShown(state.at)])}
      </p>
      {state?.failure && (
        <p className="failure" role="alert">
          {t('downloads.failed')} {state.failure}
        </p>
      )}
      <OutcomeLine {...told} />
    </div>
  );
}
