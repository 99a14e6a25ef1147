import { useEffect, useRef } from 'react';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import type { useOutcome } from '../Outcome';

interface Props extends Pick<ReturnType<typeof useOutcome>, 'outcome' | 'failure'> {
  undo(): void;
}

/** What happened last, at the foot of the page, with a button to undo it. */
export function News({ outcome, failure, undo }: Props) {
  const button = useRef<HTMLButtonElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: of each thing that was done, not only of the first.
  useEffect(() => {
    // What was pressed may be gone. The list and fields stay, and one goes on there.
    if (!document.activeElement?.matches('[role="listbox"], input, textarea, select')) button.current?.focus();
  }, [outcome]);

  return (
    <footer>
      {failure !== undefined && <Failure error={failure} />}
      <span role="status">{outcome?.text}</span>
      {outcome?.undo && (
        <button type="button" ref={button} onClick={undo}>
          {t('list.undo')}
        </button>
      )}
    </footer>
  );
}
