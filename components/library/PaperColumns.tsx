import { Pencil } from 'lucide-react';
import { useContext } from 'react';
import { bylineOf } from '../../lib/byline';
import { dayOf } from '../../lib/dates';
import type { SavedPaper } from '../../lib/library/saved-papers';
import { yearOf } from '../../lib/same-work';
import { t } from '../../lib/text';
import { WordsContext } from '../NoteText';

/** A saved paper on one line. The columns are those of the headings over the list. */
export function PaperColumns({ saved, isInZotero }: { saved: SavedPaper; isInZotero: boolean }) {
  const { paper, savedAt, note, status, rating, tags = [] } = saved;
  const shown = useContext(WordsContext);
  return (
    <>
      <p className="title">{shown(paper.title)}</p>
      <span className="authors">{shown(bylineOf(paper) ?? '')}</span>
      <span className="year">{yearOf(paper)}</span>
      <span className="where">{shown(paper.venue ?? paper.seen?.site ?? '')}</span>
      <span className="said">
        {isInZotero && <span className="tag">{t('zotero.there')}</span>}
        {note && <Pencil role="img" aria-label={t('library.has.note')} size={12} />}
        {status && <span className="status">{t(`marks.status.${status}`)}</span>}
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {shown(tag)}
          </span>
        ))}
      </span>
      <span className="stars">
        {rating && (
          <span role="img" aria-label={t('marks.stars', [String(rating)])}>
            {'★'.repeat(rating)}
          </span>
        )}
      </span>
      <span className="date">{dayOf(savedAt)}</span>
    </>
  );
}
