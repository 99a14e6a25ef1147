import { useContext } from 'react';
import { bylineOf, whereOf } from '../../lib/byline';
import { dayOf } from '../../lib/dates';
import type { SavedPaper } from '../../lib/library/saved-papers';
import { yearOf } from '../../lib/same-work';
import { t } from '../../lib/text';
import { MarksShown } from '../MarksShown';
import { WordsContext } from '../NoteText';

/** A saved paper as the list shows it: what it is, and what the user says of it. */
export function PaperCard({ saved, isInZotero }: { saved: SavedPaper; isInZotero: boolean }) {
  const { paper, savedAt, note, highlights } = saved;
  const shown = useContext(WordsContext);
  const [year, where] = [yearOf(paper), whereOf(paper)];
  return (
    <div className="card">
      <p className="title">{shown(paper.title)}</p>
      <p className="byline">{shown(bylineOf(paper) ?? '')}</p>
      <p className="seen">
        {year !== undefined && `${year} · `}
        {where && <>{shown(where)} · </>}
        {dayOf(savedAt)}
        {isInZotero && ` · ${t('zotero.there')}`}
        {highlights.length > 0 && ` · ${t('highlights.count', highlights.length)}`}
      </p>
      <MarksShown marks={saved} />
      {note && <p className="note-text">{shown(note)}</p>}
    </div>
  );
}
