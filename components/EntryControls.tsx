import { Bookmark, Pencil } from 'lucide-react';
import { type MouseEvent, useEffect, useState, useSyncExternalStore } from 'react';
import { isAlive } from '../lib/library/client';
import type { Library } from '../lib/library/contract';
import { LibraryFailure } from '../lib/library/failure';
import { NoteWriter } from '../lib/note-writer';
import type { RowCommands } from '../lib/page/row-commands';
import type { RuleMatches } from '../lib/page/rules';
import type { SavedPapers } from '../lib/page/saved-papers';
import type { PageTheme } from '../lib/page/theme';
import type { Triage } from '../lib/page/triage';
import type { Paper, PaperId } from '../lib/paper';
import { dayShown, t } from '../lib/text';
import { Failure } from './Failure';
import { Note, useNoteEditor } from './Note';
import { RuleReason } from './RuleReason';

interface Props {
  paper: Paper;
  /** The element in which these controls stand: keys name it. */
  host: Element;
  library: Library;
  savedPapers: SavedPapers;
  triage: Triage;
  commands: RowCommands;
  theme: PageTheme;
  /** The user pressed Save, with shift held or not; resolves to whether a range of entries was saved by that. */
  saveRange(withShift: boolean): Promise<boolean>;
  /** The user's rules that apply to papers. */
  rules?: RuleMatches;
}

/** Where there are no rules, nobody is told of any. */
const unheard = () => () => {};

/** What stands on the row of a list: the save toggle, the note, and its editor. */
export function EntryControls(props: Props) {
  const { paper, host, library, savedPapers, triage, commands, theme, saveRange, rules } = props;
  const saved = useSyncExternalStore(savedPapers.subscribe, () => savedPapers.get(paper.id));
  const look = useSyncExternalStore(theme.subscribe, () => theme.current);
  const matches = useSyncExternalStore(rules?.subscribe ?? unheard, () => rules?.get(paper.id));
  const [writer] = useState(() => new NoteWriter(library, paper));
  const editor = useNoteEditor(writer);
  const seenOn = useSyncExternalStore(triage.subscribe, () => triage.seenOn(paper.id));
  const isHidden = useSyncExternalStore(triage.subscribe, () => triage.isHidden(paper.id));
  const isDimmed = isHidden || (seenOn !== undefined && !saved);
  const [isAbstractOpen, setAbstractOpen] = useState(false);
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

  const toggleSaved = ({ shiftKey }: MouseEvent) =>
    attempt(async () => {
      if (await saveRange(shiftKey)) return;
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

  useEffect(() =>
    commands.listen(host, (command) => {
      if (command === 'abstract') setAbstractOpen((isOpen) => !isOpen);
      else if (!editor.isOpen) toggleEditor();
    }),
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names the buttons of one entry.
    <div className={isDimmed ? 'entry dimmed' : 'entry'} data-theme={look} role="group" aria-label={paper.title}>
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
        {seenOn !== undefined && !saved && !isHidden && (
          <span className="seen">{t('seen.on', [dayShown(seenOn)])}</span>
        )}
        {isHidden && <span className="seen">{t('seen.hidden')}</span>}
        {failure !== undefined && <Failure error={failure} />}
      </div>
      {isAbstractOpen && <p className="abstract">{paper.abstract ?? t('say.noAbstract')}</p>}
      <Note writer={writer} note={note} editor={editor} />
    </div>
  );
}
