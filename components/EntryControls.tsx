import { Bookmark, Ellipsis, Pencil } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { isAlive } from '../lib/library/client';
import type { Library } from '../lib/library/contract';
import { LibraryFailure } from '../lib/library/failure';
import { isMarked, type MarksChange } from '../lib/marks';
import { NoteWriter } from '../lib/note-writer';
import type { SavedPapers } from '../lib/page/saved-papers';
import type { PageTheme } from '../lib/page/theme';
import type { Paper, PaperId } from '../lib/paper';
import { t } from '../lib/text';
import { EntryMore, useMore } from './EntryMore';
import { Failure } from './Failure';
import { MarksEditor } from './MarksEditor';
import { MarksShown } from './MarksShown';
import { Note, useNoteEditor } from './Note';

interface Props {
  paper: Paper;
  library: Library;
  savedPapers: SavedPapers;
  theme: PageTheme;
}

/** What stands on the row of a list: the save toggle, the note, the marks, and their editors. */
export function EntryControls({ paper, library, savedPapers, theme }: Props) {
  const saved = useSyncExternalStore(savedPapers.subscribe, () => savedPapers.get(paper.id));
  const look = useSyncExternalStore(theme.subscribe, () => theme.current);
  const [writer] = useState(() => new NoteWriter(library, paper));
  const editor = useNoteEditor(writer);
  const more = useMore();
  const [undoable, setUndoable] = useState<{ id: PaperId; said: string }>();
  const [failure, setFailure] = useState<unknown>();
  const note = saved?.note ?? '';

  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
      setFailure(undefined);
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    }
  };

  const toggleSaved = () =>
    attempt(async () => {
      if (!saved) return library.save(paper);
      editor.leave();
      await writer.flush(); // What is being typed belongs to the note that undo brings back.
      const hasNote = note !== '' || writer.text !== undefined;
      const said = hasNote ? t('entry.removedWithNote') : isMarked(saved) && t('marks.removed');
      setUndoable(said ? { id: saved.id, said } : undefined);
      await library.remove(saved.id);
    });

  const undo = (id: PaperId) => attempt(() => library.restore(id));

  const mark = (change: MarksChange) => attempt(() => library.mark({ paper, change }));

  const toggle = ({ isOpen, open, close }: { isOpen: boolean; open(): void; close(): void }) => {
    if (isOpen) return close();
    if (!isAlive()) return setFailure(new LibraryFailure('reload', ''));
    open();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names the buttons of one entry.
    <div className="entry" data-theme={look} role="group" aria-label={paper.title}>
      <div className="buttons">
        <button type="button" className="save" aria-pressed={saved !== undefined} onClick={toggleSaved}>
          <Bookmark aria-hidden size={14} />
          {saved ? t('entry.saved') : t('entry.save')}
        </button>
        <button
          type="button"
          className="note"
          aria-expanded={editor.isOpen}
          ref={editor.button}
          onClick={() => toggle(editor)}
        >
          <Pencil aria-hidden size={13} />
          {t('entry.note')}
        </button>
        <button
          type="button"
          className="more"
          aria-label={t('marks.more')}
          title={t('marks.more')}
          aria-expanded={more.isOpen}
          ref={more.button}
          onClick={() => toggle(more)}
        >
          <Ellipsis aria-hidden size={14} />
        </button>
        {saved && !more.isOpen && <MarksShown marks={saved} />}
        {undoable && !saved && (
          <span className="removed">
            <span role="status">{undoable.said}</span>
            <button type="button" onClick={() => undo(undoable.id)}>
              {t('entry.undo')}
            </button>
          </span>
        )}
        {failure !== undefined && <Failure error={failure} />}
      </div>
      <EntryMore more={more}>
        <MarksEditor marks={saved} library={library} mark={mark} focusTags={more.wanted('tag')} />
      </EntryMore>
      <Note writer={writer} note={note} editor={editor} />
    </div>
  );
}
