import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Library } from '../lib/library/contract';
import type { Paper } from '../lib/paper';
import type { Highlight } from '../lib/quote';
import { t } from '../lib/text';
import { Failure } from './Failure';

interface Props {
  paper: Paper;
  highlight: Highlight;
  library: Library;
  /** The user is done with it: by a key, and the focus is to go on from here, or by going elsewhere. */
  onClose(byKey: boolean): void;
}

/** The field for the comment on a highlight: saves when it is left, however it is left, or on Enter. */
export function HighlightComment({ paper, highlight, library, onClose }: Props) {
  const [text, setText] = useState(highlight.comment ?? '');
  const [failure, setFailure] = useState<unknown>();
  const field = useRef<HTMLTextAreaElement>(null);
  const isCancelled = useRef(false);
  const said = text.trim();
  /** What the library was told last, and whether it has it. */
  const told = useRef<{ said?: string; written?: Promise<void> }>({ said });
  const isChanged = said !== (highlight.comment ?? '');

  const write = async () => {
    if (said !== told.current.said) {
      const comment = said || undefined;
      told.current = { said, written: library.highlight({ paper, highlight: { ...highlight, comment } }) };
    }
    await told.current.written;
  };

  const save = async (byKey: boolean) => {
    if (isCancelled.current) return;
    try {
      await write();
      onClose(byKey);
    } catch (error) {
      told.current = {};
      setFailure(error);
    }
  };

  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    // Closing a tab blurs nothing.
    const leave = () => save(false);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  });
  const latest = useRef(write);
  useLayoutEffect(() => {
    latest.current = write;
  });
  useEffect(() => {
    // Nor does what is taken away with the field in it. There is no place left to show a failure then.
    return () => {
      if (isCancelled.current) return;
      latest.current().catch((error) => console.error('Papergloss could not save a comment.', error));
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Escape' && event.key !== 'Enter') || event.shiftKey) return;
    event.preventDefault();
    if (event.key === 'Enter') return save(true);
    isCancelled.current = true;
    onClose(true);
  };

  return (
    <div className="editor">
      <textarea
        ref={field}
        aria-label={t('highlights.comment')}
        // What lib/page/leftovers takes up when the extension is updated in the middle of a word.
        data-highlight={isChanged ? highlight.id : undefined}
        rows={1}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => save(false)}
        onKeyDown={onKeyDown}
      />
      <div className="editor-foot">
        {failure === undefined ? <span className="hint">{t('highlights.hint')}</span> : <Failure error={failure} />}
      </div>
    </div>
  );
}
