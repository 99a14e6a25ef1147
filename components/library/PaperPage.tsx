import { Pencil } from 'lucide-react';
import { type MouseEvent, type ReactNode, useContext, useEffect, useState } from 'react';
import { whereOf } from '../../lib/byline';
import { identifierShown } from '../../lib/identity';
import type { Library } from '../../lib/library/contract';
import type { PaperDetails } from '../../lib/library/paper-details';
import type { LivePlace } from '../../lib/library-place';
import { NoteWriter } from '../../lib/note-writer';
import { pageOf } from '../../lib/page-of';
import type { Paper } from '../../lib/paper';
import type { LiveSettings } from '../../lib/settings';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import { Highlights } from '../Highlights';
import { useMarksEditor } from '../Marks';
import { MarksEditor } from '../MarksEditor';
import { Note, useNoteEditor } from '../Note';
import { WordsContext } from '../NoteText';
import { NoteVersions } from '../NoteVersions';
import type { useOutcome } from '../Outcome';
import { Authors } from './Authors';
import { History } from './History';
import type { Wish } from './Library';
import { Missing } from './Missing';
import { PaperActs } from './PaperActs';
import { PaperLinks } from './PaperLinks';

interface Props {
  details: PaperDetails;
  library: Library;
  settings: LiveSettings;
  live: LivePlace;
  wish: Wish | undefined;
  attempt: ReturnType<typeof useOutcome>['attempt'];
  openPage(paper: Paper): void;
  remove(): void;
  /** What else there is to see, before the history. */
  children: ReactNode;
}

/** All that is known of a saved paper, and all that its user says of it. */
export function PaperPage({ details, library, settings, live, wish, attempt, openPage, remove, children }: Props) {
  const { paper, note, highlights, others, history, ids } = details;
  const [writer] = useState(() => new NoteWriter(library, paper));
  const editor = useNoteEditor(writer);
  const shown = useContext(WordsContext);
  const marksEditor = useMarksEditor(library, paper);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish once.
  useEffect(() => {
    if (wish?.part === 'note') editor.open();
  }, [wish]);

  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // As on any link: the browser opens it elsewhere.
    event.preventDefault();
    openPage(paper);
  };
  const split = (other: Paper) =>
    attempt(() => library.split(other.id), { text: t('sameWork.splitDone', [other.title]) });

  return (
    <article>
      <h2>
        <a href={pageOf(paper)} target="_blank" rel="noreferrer" onClick={follow}>
          {shown(paper.title)}
        </a>
      </h2>
      <Authors paper={paper} live={live} />
      <PaperLinks papers={[paper, ...others]} ids={ids} />
      {others.map((other) => (
        <p className="also" key={other.id}>
          {t('sameWork.also', [[whereOf(other), identifierShown(other.id)].filter(Boolean).join(', ')])}
          <button type="button" onClick={() => split(other)}>
            {t('sameWork.split')}
          </button>
        </p>
      ))}
      <PaperActs {...{ paper, ids, attempt }} flush={() => writer.flush()} remove={() => writer.flush().then(remove)} />
      <Missing {...{ paper, ids, settings, attempt }} />
      <MarksEditor
        marks={details}
        library={library}
        mark={marksEditor.mark}
        focusTags={wish?.part === 'tags' ? wish : undefined}
      />
      {marksEditor.failure !== undefined && <Failure error={marksEditor.failure} />}
      <Note {...{ writer, note, editor }} foot={<NoteVersions {...{ writer, note }} id={paper.id} />} />
      <button
        type="button"
        ref={editor.button}
        aria-expanded={editor.isOpen}
        onClick={editor.isOpen ? editor.close : editor.open}
      >
        <Pencil aria-hidden size={13} />
        {note ? t('item.editNote') : t('item.addNote')}
      </button>
      <Highlights {...{ paper, highlights, library }} isOpenAtFirst />
      {paper.abstract && (
        <>
          <h3>{t('more.abstract')}</h3>
          <p className="abstract">{shown(paper.abstract)}</p>
        </>
      )}
      {children}
      <History paper={paper} history={history} />
    </article>
  );
}
