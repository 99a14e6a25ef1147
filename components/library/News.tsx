import { useEffect, useRef } from 'react';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import type { useOutcome } from '../Outcome';

type Props = Omit<ReturnType<typeof useOutcome>, 'attempt'>;

/** What happened last, at the foot of the page, with a button to undo it; or what is going on for long. */
export function News({ outcome, failure, progress, undo }: Props) {
  const isActing = progress !== undefined;
  const acting = progress && t('library.acting', [progress.total.toLocaleString()]);
  const button = useRef<HTMLButtonElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: of each thing that was done, not only of the first.
  useEffect(() => {
    // What was pressed may be gone. The list and fields stay, and one goes on there.
    if (!document.activeElement?.matches('[role="listbox"], input, textarea, select')) button.current?.focus();
  }, [outcome]);

  useEffect(() => {
    if (!isActing) return;
    // It is this page that goes on with the rest, and that knows how all of it is undone.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isActing]);

  return (
    <footer>
      {failure !== undefined && !isActing && <Failure error={failure} />}
      <span role="status">{acting ?? outcome?.text}</span>
      {progress && <progress aria-label={acting} max={progress.total} value={progress.done} />}
      {outcome?.undo && !isActing && (
        <button type="button" ref={button} onClick={undo}>
          {t('list.undo')}
        </button>
      )}
    </footer>
  );
}
