import { Link2, Pencil, Tag, Trash2 } from 'lucide-react';
import { type MouseEvent, useCallback, useState } from 'react';
import { bylineOf, whereOf } from '../lib/byline';
import { identifierShown } from '../lib/identity';
import type { Library } from '../lib/library/contract';
import type { SavedPaper } from '../lib/library/saved-papers';
import { NoteWriter } from '../lib/note-writer';
import { pageOf } from '../lib/page-of';
import type { Paper } from '../lib/paper';
import type { Marking } from '../lib/search/marking';
import { t } from '../lib/text';
import { Highlights } from './Highlights';
import { Marked } from './Marked';
import { Marks, useMarksEditor } from './Marks';
import { Note, useNoteEditor } from './Note';
import { WordsContext } from './NoteText';
import { NoteVersions } from './NoteVersions';
import { WhySaved } from './WhySaved';

interface Props {
  saved: SavedPaper;
  /** What was searched for. */
  marking: Marking;
  library: Library;
  open(paper: Paper): void;
  copyLink(address: string): void;
  onRemove(): void;
  /** The user says that a merged paper is another work after all. */
  onSplit(paper: Paper): void;
  onTag(tag: string): void;
}

/** One saved paper: what it is, where and when it was saved, the marks and the note. */
export function PaperItem({ saved, marking, library, open, copyLink, onRemove, onSplit, onTag }: Props) {
  const { paper, savedAt, note, highlights, others } = saved;
  const [writer] = useState(() => new NoteWriter(library, paper));
  const editor = useNoteEditor(writer);
  const marksEditor = useMarksEditor(library, paper);
  const mark = useCallback((words: string) => <Marked text={words} marking={marking} />, [marking]);
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
          <Marked text={paper.title} marking={marking} />
        </a>
      </h2>
      <p className="byline">
        <Marked text={bylineOf(paper) ?? ''} marking={marking} />
      </p>
      <p className="seen">
        {paper.venue && `${paper.venue} · `}
        {paper.seen && (
          <>
            <WhySaved seen={paper.seen} /> ·{' '}
          </>
        )}
        <time dateTime={new Date(savedAt).toISOString()}>
          {new Date(savedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
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
      <WordsContext value={mark}>
        <Note {...{ writer, note, editor }} foot={<NoteVersions {...{ writer, note }} id={paper.id} />} />
      </WordsContext>
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
      </div>
    </li>
  );
}
