import { bylineOf, whereOf } from '../../lib/byline';
import type { SavedPaper } from '../../lib/library/saved-papers';
import { yearOf } from '../../lib/same-work';
import { t } from '../../lib/text';
import { MarksShown } from '../MarksShown';

/** A saved paper as the list shows it: what it is, and what the user says of it. */
export function PaperCard({ saved }: { saved: SavedPaper }) {
  const { paper, savedAt, note, highlights } = saved;
  const facts = [
    yearOf(paper),
    whereOf(paper),
    new Date(savedAt).toLocaleDateString(undefined, { dateStyle: 'medium' }),
    highlights.length > 0 && t('highlights.count', highlights.length),
  ];
  return (
    <div className="card">
      <p className="title">{paper.title}</p>
      <p className="byline">{bylineOf(paper)}</p>
      <p className="seen">{facts.filter(Boolean).join(' · ')}</p>
      <MarksShown marks={saved} />
      {note && <p className="note-text">{note}</p>}
    </div>
  );
}
