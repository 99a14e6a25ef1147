import { Bookmark, Ellipsis, Pencil } from 'lucide-react';
import { type MouseEvent, useEffect, useState, useSyncExternalStore } from 'react';
import { isAlive } from '../lib/library/client';
import type { Library } from '../lib/library/contract';
import { LibraryFailure } from '../lib/library/failure';
import { isMarked, type MarksChange } from '../lib/marks';
import { NoteWriter } from '../lib/note-writer';
import { openInLibrary } from '../lib/open-tab';
import type { InZotero } from '../lib/page/in-zotero';
import type { NearPapers } from '../lib/page/near-papers';
import type { RowCommands } from '../lib/page/row-commands';
import type { RuleMatches } from '../lib/page/rules';
import type { SavedPapers } from '../lib/page/saved-papers';
import type { PageTheme } from '../lib/page/theme';
import type { Triage } from '../lib/page/triage';
import type { Paper, PaperId } from '../lib/paper';
import { actOf } from '../lib/rules';
import { t } from '../lib/text';
import { EntryActs } from './EntryActs';
import { EntryMore, useMore } from './EntryMore';
import { EntryState } from './EntryState';
import { Failure } from './Failure';
import { MarksEditor } from './MarksEditor';
import { MarksShown } from './MarksShown';
import { NearSaved } from './NearSaved';
import { Note, useNoteEditor } from './Note';

interface Props {
  paper: Paper;
  /** The element in which these controls stand: keys name it. */
  host: Element;
  library: Library;
  savedPapers: SavedPapers;
  triage: Triage;
  rules: RuleMatches;
  inZotero: InZotero;
  nearPapers: NearPapers;
  commands: RowCommands;
  theme: PageTheme;
  /** The user pressed Save, with shift held or not; resolves to whether a range of entries was saved by that. */
  saveRange(withShift: boolean): Promise<boolean>;
}

/** What stands on the row of a list: the save toggle, the note, the marks, and their editors. */
export function EntryControls(props: Props) {
  const { paper, host, library, savedPapers, triage, rules, inZotero, nearPapers, commands, theme, saveRange } = props;
  const saved = useSyncExternalStore(savedPapers.subscribe, () => savedPapers.get(paper.id));
  const look = useSyncExternalStore(theme.subscribe, () => theme.current);
  const matches = useSyncExternalStore(rules.subscribe, () => rules.get(paper.id));
  const near = useSyncExternalStore(nearPapers.subscribe, () => nearPapers.get(paper.id));
  const [writer] = useState(() => new NoteWriter(library, paper));
  const editor = useNoteEditor(writer);
  const seenOn = useSyncExternalStore(triage.subscribe, () => triage.seenOn(paper.id));
  const isHidden = useSyncExternalStore(triage.subscribe, () => triage.isHidden(paper.id));
  const isMuted = matches !== undefined && actOf(matches) === 'mute';
  const isDimmed = isHidden || isMuted || (seenOn !== undefined && !saved);
  const isInZotero = useSyncExternalStore(inZotero.subscribe, () => inZotero.has(paper.id));
  const [isAbstractOpen, setAbstractOpen] = useState(false);
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

  const toggleSaved = ({ shiftKey }: MouseEvent) =>
    attempt(async () => {
      if (await saveRange(shiftKey)) return;
      if (!saved) return library.save(paper);
      editor.leave();
      const hasNote = (writer.text ?? note).trim() !== '';
      await writer.flush(); // What is being typed belongs to the note that undo brings back.
      const said = hasNote ? t('entry.removedWithNote') : isMarked(saved) && t('marks.removed');
      setUndoable(said ? { id: saved.id, said } : undefined);
      await library.remove(saved.id);
    });

  const undo = (id: PaperId) => attempt(() => library.restore(id));

  const toggleHidden = () => {
    const ids = [[paper.id, ...(paper.aliases ?? [])]];
    return attempt(() => (isHidden ? library.unhide(ids) : library.hide(ids)));
  };

  const mark = (change: MarksChange) => attempt(() => library.mark({ paper, change }));

  const toggle = ({ isOpen, open, close }: { isOpen: boolean; open(): void; close(): void }) => {
    if (isOpen) return close();
    if (!isAlive()) return setFailure(new LibraryFailure('reload', ''));
    open();
  };

  useEffect(() =>
    commands.listen(host, (command) => {
      if (command === 'abstract') setAbstractOpen((isOpen) => !isOpen);
      else if (!isAlive()) toggle(editor);
      else if (command === 'tag') more.open('tag');
      else editor.open();
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
        <EntryState seenOn={saved ? undefined : seenOn} {...{ isHidden, isInZotero, matches }} />
        {near && !saved && <NearSaved near={near} open={(id) => attempt(() => openInLibrary(id))} />}
        {failure !== undefined && <Failure error={failure} />}
      </div>
      {isAbstractOpen && <p className="abstract">{paper.abstract ?? t('say.noAbstract')}</p>}
      <EntryMore more={more}>
        <MarksEditor marks={saved} library={library} mark={mark} focusTags={more.wanted('tag')} />
        <EntryActs
          {...{ paper, isHidden, toggleHidden, isAbstractOpen }}
          toggleAbstract={() => setAbstractOpen(!isAbstractOpen)}
        />
      </EntryMore>
      <Note writer={writer} note={note} editor={editor} />
    </div>
  );
}
