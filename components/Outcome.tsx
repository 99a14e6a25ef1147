import { useEffect, useRef, useState } from 'react';
import { t } from '../lib/text';
import { Failure } from './Failure';

/** What was done. */
interface Outcome {
  text: string;
  undo?: () => Promise<unknown>;
}

/** Does things, and remembers how the last of them came out. */
export function useOutcome() {
  const [outcome, setOutcome] = useState<Outcome>();
  const [failure, setFailure] = useState<unknown>();
  /** Resolves to whether it worked. */
  const attempt = async (act: () => Promise<unknown>, done?: Outcome): Promise<boolean> => {
    try {
      await act();
      setFailure(undefined);
      setOutcome(done);
      return true;
    } catch (error) {
      setFailure(error);
      setOutcome(undefined);
      return false;
    }
  };
  return { outcome, failure, attempt };
}

/** Says how it came out, and offers to undo it. */
export function OutcomeLine({ outcome, failure, attempt }: ReturnType<typeof useOutcome>) {
  const line = useRef<HTMLParagraphElement>(null);
  const undo = async (act: () => Promise<unknown>) => {
    line.current?.focus(); // The button goes.
    await attempt(act, { text: t('options.undone') });
  };
  return (
    <p className="outcome" ref={line} tabIndex={-1}>
      {failure !== undefined && <Failure error={failure} />}
      <span role="status">{outcome?.text}</span>
      {outcome?.undo && <UndoButton key={outcome.text} undo={outcome.undo} onClick={undo} />}
    </p>
  );
}

/** Takes the focus: that of what was taken away would be lost. */
function UndoButton({ undo, onClick }: { undo: () => Promise<unknown>; onClick(act: () => Promise<unknown>): void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <button type="button" ref={button} onClick={() => onClick(undo)}>
      {t('options.undo')}
    </button>
  );
}
