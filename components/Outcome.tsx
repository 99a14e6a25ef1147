import { useEffect, useRef, useState } from 'react';
import { DoneInPart, type OnProgress, type Progress } from '../lib/in-parts';
import { t } from '../lib/text';
import { Failure } from './Failure';

/** What was done. */
export interface Outcome {
  text: string;
  undo?: (onProgress: OnProgress) => Promise<unknown>;
}

/** Does things, and remembers how the last of them came out. */
export function useOutcome() {
  const [outcome, setOutcome] = useState<Outcome>();
  const [failure, setFailure] = useState<unknown>();
  /** How far what goes on has come, if that takes long. */
  const [progress, setProgress] = useState<Progress>();
  /** Resolves to whether it worked. Where it did not, `failed` is told, or how much of it was done. */
  const attempt = async (
    act: (onProgress: OnProgress) => Promise<unknown>,
    done?: Outcome,
    failed?: Outcome,
  ): Promise<boolean> => {
    try {
      await act(setProgress);
      setFailure(undefined);
      setOutcome(done);
      return true;
    } catch (error) {
      const isPart = error instanceof DoneInPart;
      setFailure(isPart ? error.cause : error);
      setOutcome(isPart ? partly(error) : failed);
      return false;
    } finally {
      setProgress(undefined);
    }
  };
  /** Takes back what was done last. Where that fails, some of it may be left to be taken back. */
  const undo = async () => {
    if (!outcome?.undo || progress) return;
    const failed = { text: t('options.notUndone'), undo: outcome.undo };
    await attempt(outcome.undo, { text: t('options.undone') }, failed);
  };
  return { outcome, failure, progress, attempt, undo };
}

function partly({ progress: { done, total }, undo }: DoneInPart): Outcome {
  return { text: t('options.donePart', [done.toLocaleString(), total.toLocaleString()]), undo };
}

/** Says how it came out, and offers to undo it. */
export function OutcomeLine({ outcome, failure, undo }: Omit<ReturnType<typeof useOutcome>, 'attempt' | 'progress'>) {
  const line = useRef<HTMLParagraphElement>(null);
  const press = () => {
    line.current?.focus(); // The button goes.
    return undo();
  };
  return (
    <p className="outcome" ref={line} tabIndex={-1}>
      {failure !== undefined && <Failure error={failure} />}
      <span role="status">{outcome?.text}</span>
      {outcome?.undo && <UndoButton key={outcome.text} onClick={press} />}
    </p>
  );
}

/** Takes the focus: that of what was taken away would be lost. */
function UndoButton({ onClick }: { onClick(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <button type="button" ref={button} onClick={onClick}>
      {t('options.undo')}
    </button>
  );
}
