import { Link2, Pencil, Tag, Trash2 } from 'lucide-react';
import { type MouseEvent, useContext, useState } from 'react';
import { bylineOf, whereOf } from '../lib/byline';
import { dayAndTimeOf } from '../lib/dates';
import { identifierShown } from '../lib/identity';
import type { Library } from '../lib/library/contract';
import type { SavedPaper } from '../lib/library/saved-papers';
import { NoteWriter } from '../lib/note-writer';
import { pageOf } from '../lib/page-of';
import type { Paper } from '../lib/paper';
import { t } from '../lib/text';
import { CopyAs } from './CopyAs';
import { Highlights } from './Highlights';
import { Marks, useMarksEditor } from './Marks';
import { Note, useNoteEditor } from './Note';
import { WordsContext } from './NoteText';
import { NoteVersions } from './NoteVersions';
import { SendToZotero } from './SendToZotero';
import { WhySaved } from './WhySaved';

interface Props {
  saved: SavedPaper;
  library: Library;
  open(paper: Paper): void;
  copyLink(address: string): void;
  /** Does something with it, and tells how it came out. */
  attempt(act: () => Promise<unknown>, done: { text: string }): Promise<unknown>;
  onRemove(): void;
  /** The user says that a merged paper is another work after all. */
  onSplit(paper: Paper): void;
  onTag(tag: string): void;
}

/** One saved paper: what it is, where and when it was saved, the marks and the note. */
export function PaperItem({ saved, library, open, copyLink, attempt, onRemove, onSplit, onTag }: Props) {
  const { paper, savedAt, note, highlights, others } = saved;
  const [writer] = useState(() => new NoteWriter(library, paper));
  const editor = useNoteEditor(writer);
  const marksEditor = useMarksEditor(library, paper);
  const shown = useContext(WordsContext);
  const address = pageOf(paper);

  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // As on any link: the browser opens it elsewhere.
    event.preventDefault();
    open(paper);
  };

  return (
    <li>
      <h2>
        <a href={address} target="_blank" rel="noreferrer" onClick={follow}>
          {shown(paper.title)}
        </a>
      </h2>
      <p className="byline">{shown(bylineOf(paper) ?? '')}</p>
      <p className="seen">
        {paper.venue && <>{shown(paper.venue)} · </>}
        {paper.seen && (
          <>
            <WhySaved seen={paper.seen} /> ·{' '}
          </>
        )}
        <time dateTime={new Date(savedAt).toISOString()}>{dayAndTimeOf(savedAt)}</time>
      </p>
      {others.map((other) => (
        <p className="also" key={other.id}>
          {t('sameWork.also', [[whereOf(other), identifierShown(other.id)].filter(Boolean).join(', ')])}
          <button type="button" onClick={() => onSplit(other)}>
            {t('sameWork.split')}
          </button>
        </p>
      ))}
      <Marks marks={saved} library={library} editor={marksEditor} onTag={onTag} />
      <Note {...{ writer, note, editor }} foot={<NoteVersions {...{ writer, note }} id={paper.id} />} />
      <Highlights {...{ paper, highlights, library }} />
      <div className="actions">
        <button
          type="button"
          ref={editor.button}
          aria-expanded={editor.isOpen}
          onClick={editor.isOpen ? editor.close : editor.open}
        >
          <Pencil aria-hidden size={13} />
          {note ? t('item.editNote') : t('item.addNote')}
        </button>
        <button
          type="button"
          ref={marksEditor.button}
          aria-expanded={marksEditor.isOpen}
          onClick={marksEditor.isOpen ? marksEditor.close : marksEditor.open}
        >
          <Tag aria-hidden size={13} />
          {t('marks.edit')}
        </button>
        {address && (
          <button type="button" onClick={() => copyLink(address)}>
            <Link2 aria-hidden size={14} />
            {t('item.copyLink')}
          </button>
        )}
        <button type="button" onClick={() => writer.flush().then(onRemove)}>
          <Trash2 aria-hidden size={13} />
          {t('item.remove')}
        </button>
        <SendToZotero papers={[paper.id]} attempt={attempt} flush={() => writer.flush()} isSmall />
      </div>
      <CopyAs paper={paper} />
    </li>
  );
}
