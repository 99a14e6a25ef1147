import { type KeyboardEvent, useRef, useState } from 'react';
import type { Library } from '../lib/library/contract';
import type { MarksChange, Marks as SavedMarks } from '../lib/marks';
import type { Paper } from '../lib/paper';
import { Failure } from './Failure';
import { MarksEditor } from './MarksEditor';
import { MarksShown } from './MarksShown';

interface Props {
  marks: SavedMarks;
  library: Library;
  editor: ReturnType<typeof useMarksEditor>;
  onTag(tag: string): void;
}

/** The marks of a saved paper, or their editor. Escape closes it. */
export function Marks({ marks, library, editor, onTag }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    editor.close();
  };

  return (
    <>
      {editor.isOpen ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it, wherever the focus is in it.
        <div onKeyDown={onKeyDown}>
          <MarksEditor marks={marks} library={library} mark={editor.mark} />
        </div>
      ) : (
        <MarksShown marks={marks} onTag={onTag} />
      )}
      {/* Also of what was still on its way when the editor closed. */}
      {editor.failure !== undefined && <Failure error={editor.failure} />}
    </>
  );
}

/**
 * Whether the editor of the marks is open, and what went wrong in it. `button` is what opens it, and has the focus
 * again when it closes.
 */
export function useMarksEditor(library: Library, paper: Paper) {
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const button = useRef<HTMLButtonElement>(null);

  const mark = async (change: MarksChange) => {
    try {
      await library.mark({ paper, change });
      setFailure(undefined);
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    }
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return { isOpen, failure, button, mark, close, open: () => setOpen(true) };
}
