import { useState } from 'react';
import { openingProblemOf } from '../../lib/library/opening-problem';
import { saveFile } from '../../lib/save-file';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import { useOutcome } from '../Outcome';

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
      <p role="status">{saved !== undefined && t('opening.saved', saved, [saved.toLocaleString()])}</p>
      {told.failure !== undefined && <Failure error={told.failure} />}
      <details>
        <summary>{t('opening.detail')}</summary>
        <code>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</code>
      </details>
    </main>
  );
}
