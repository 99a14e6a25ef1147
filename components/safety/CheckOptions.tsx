import { useEffect, useRef, useState } from 'react';
import { type CheckProgress, checkLibrary } from '../../lib/library/check';
import type { Library } from '../../lib/library/contract';
import { type Finding, isRepairable } from '../../lib/library/findings';
import { mend } from '../../lib/mend';
import { t } from '../../lib/text';
import { OptionsSection } from '../OptionsSection';
import { OutcomeLine, useOutcome } from '../Outcome';
import { FindingItem } from './FindingItem';

/** Looks whether the library is consistent, says what is not, and offers to mend it where that loses nothing. */
export function CheckOptions({ library }: { library: Pick<Library, 'repair'> }) {
  const [progress, setProgress] = useState<CheckProgress>();
  const [findings, setFindings] = useState<Finding[]>();
  const told = useOutcome();
  const going = useRef<AbortController>(undefined);
  // Whoever leaves wants nothing more.
  useEffect(() => () => going.current?.abort(), []);

  const check = async () => {
    going.current = new AbortController();
    const { signal } = going.current;
    setProgress({ done: 0, total: 1 });
    await told.attempt(async () => {
      try {
        setFindings(await checkLibrary({ signal, onProgress: setProgress }));
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    });
    setProgress(undefined);
  };

  const mendAll = async (findings: Finding[]) => {
    const isDone = await told.attempt(() => mend(library, findings), { text: t('check.mended') });
    if (isDone) setFindings(await checkLibrary());
  };

  const mendable = findings?.filter(({ kind }) => isRepairable(kind)) ?? [];
  return (
    <OptionsSection title={t('check.title')} text={t('check.about')}>
      {progress ? (
        <>
          <progress aria-label={t('check.progress')} max={progress.total} value={progress.done} />
          <button type="button" onClick={() => going.current?.abort()}>
            {t('options.cancel')}
          </button>
        </>
      ) : (
        <button type="button" onClick={check}>
          {t('check.start')}
        </button>
      )}
      <p role="status">{!progress && findings?.length === 0 && t('check.clean')}</p>
      {!progress && findings && findings.length > 0 && (
        <>
          <ul className="findings" aria-label={t('check.found.title')}>
            {findings.map((finding) => (
              <FindingItem key={finding.kind} finding={finding} />
            ))}
          </ul>
          {mendable.length > 0 && (
            <button type="button" onClick={() => mendAll(mendable)}>
              {t('check.mend')}
            </button>
          )}
        </>
      )}
      <OutcomeLine {...told} />
    </OptionsSection>
  );
}
