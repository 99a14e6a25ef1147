import { type ReactNode, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { NoteWriter } from '../lib/note-writer';
import { NoteEditor } from './NoteEditor';
import { NoteText } from './NoteText';

interface Props {
  writer: NoteWriter;
  /** The note as it is saved. */
  note: string;
  editor: ReturnType<typeof useNoteEditor>;
  /** What else the foot of the editor offers. */
  foot?: ReactNode;
}

/** The note of a paper, or its editor. */
export function Note({ writer, note, editor, foot }: Props) {
  // Whether the editor is open or not: what was typed in it is not to come back over a later note.
  useLayoutEffect(() => writer.shows(note), [writer, note]);
  if (editor.isOpen) {
    return <NoteEditor {...{ writer, note, foot }} autoFocus={editor.isWanted} onClose={editor.close} />;
  }
  return note && <NoteText text={note} />;
}

/**
 * Whether the editor of a note is open: because the user opened it, or because its text could not be saved, which must
 * not go unseen. `button` is what opens it, and has the focus again when it closes.
 */
export function useNoteEditor(writer: NoteWriter) {
  const [isWanted, want] = useState(false);
  const isStuck = useSyncExternalStore(writer.subscribe, () => writer.state.status === 'failed');
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    want(false);
    button.current?.focus();
  };
  return { isOpen: isWanted || isStuck, isWanted, button, close, open: () => want(true), leave: () => want(false) };
}
