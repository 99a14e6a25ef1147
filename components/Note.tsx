import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import type { NoteWriter } from '../lib/note-writer';
import { NoteEditor } from './NoteEditor';

interface Props {
  writer: NoteWriter;
  /** The note as it is saved. */
  note: string;
  /** The same, as it is to be shown where that is not plain. */
  shown?: ReactNode;
  editor: ReturnType<typeof useNoteEditor>;
}

/** The note of a paper, or its editor. */
export function Note({ writer, note, shown, editor }: Props) {
  if (editor.isOpen) {
    return <NoteEditor writer={writer} note={note} autoFocus={editor.isWanted} onClose={editor.close} />;
  }
  return note && <p className="note-text">{shown ?? note}</p>;
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
