import { Bookmark, Pencil } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { isAlive } from '../lib/library/client';
import type { Library } from '../lib/library/contract';
import { LibraryFailure } from '../lib/library/failure';
import { NoteWriter } from '../lib/note-writer';
import type { RuleMatches } from '../lib/page/rules';
import type { SavedPapers } from '../lib/page/saved-papers';
import type { PageTheme } from '../lib/page/theme';
import type { Paper, PaperId } from '../lib/paper';
import { t } from '../lib/text';
import { Failure } from './Failure';
import { Note, useNoteEditor } from './Note';
import { RuleReason } from './RuleReason';

interface Props {
  paper: Paper;
  library: Library;
  savedPapers: SavedPapers;
  theme: PageTheme;
  /** The user's rules that apply to papers. */
  rules?: RuleMatches;
}

/** Where there are no rules, nobody is told of any. */
const unheard = () => () => {};

/** What stands on the row of a list: the save toggle, the note, and its editor. */
export function EntryControls({ paper, library, savedPapers, theme, rules }: Props) {
  const saved = useSyncExternalStore(savedPapers.subscribe, () => savedPapers.get(paper.id));
  const look = useSyncExternalStore(theme.subscribe, () => theme.current);
  const matches = useSyncExternalStore(rules?.subscribe ?? unheard, () => rules?.get(paper.id));
  const [writer] = useState(() => new NoteWriter(library, paper));
  const editor = useNoteEditor(writer);
  const [undoable, setUndoable] = useState<PaperId>();
  const [failure, setFailure] = useState<unknown>();
  const note = saved?.note ?? '';

  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
      setFailure(undefined);
    } catch (error) {
      setFailure(error);
    }
  };

  const toggleSaved = () =>
    attempt(async () => {
      if (!saved) return library.save(paper);
      editor.leave();
      await writer.flush(); // What is being typed belongs to the note that undo brings back.
      setUndoable(note !== '' || writer.text !== undefined ? saved.id : undefined);
      await library.remove(saved.id);
    });

  const undo = (id: PaperId) => attempt(() => library.restore(id));

  const toggleEditor = () => {
    if (editor.isOpen) return editor.close();
    if (!isAlive()) return setFailure(new LibraryFailure('reload', ''));
    editor.open();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names the buttons of one entry.
    <div className="entry" data-theme={look} role="group" aria-label={paper.title}>
      <div className="buttons">
        <button type="button" className="save" aria-pressed={saved !== undefined} onClick={toggleSaved}>
          <Bookmark aria-hidden size={14} />
          {saved ? t('entry.saved') : t('entry.save')}
        </button>
        <button type="button" className="note" aria-expanded={editor.isOpen} ref={editor.button} onClick={toggleEditor}>
          <Pencil aria-hidden size={13} />
          {t('entry.note')}
        </button>
        {matches && <RuleReason matches={matches} />}
        {undoable && !saved && (
          <span className="removed">
            <span role="status">{t('entry.removedWithNote')}</span>
            <button type="button" onClick={() => undo(undoable)}>
              {t('entry.undo')}
            </button>
          </span>
        )}
        {failure !== undefined && <Failure error={failure} />}
      </div>
      <Note writer={writer} note={note} editor={editor} />
    </div>
  );
}
