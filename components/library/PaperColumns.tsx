import { Pencil } from 'lucide-react';
import { bylineOf } from '../../lib/byline';
import type { SavedPaper } from '../../lib/library/saved-papers';
import { yearOf } from '../../lib/same-work';
import { t } from '../../lib/text';

/** A saved paper on one line. The columns are those of the headings over the list. */
export function PaperColumns({ saved }: { saved: SavedPaper }) {
  const { paper, savedAt, note, status, rating, tags = [] } = saved;
  return (
    <>
      <p className="title">{paper.title}</p>
      <span className="authors">{bylineOf(paper)}</span>
      <span className="year">{yearOf(paper)}</span>
      <span className="where">{paper.venue ?? paper.seen?.site}</span>
      <span className="said">
        {note && <Pencil role="img" aria-label={t('library.has.note')} size={12} />}
        {status && <span className="status">{t(`marks.status.${status}`)}</span>}
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
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
      <span className="date">{new Date(savedAt).toLocaleDateString(undefined, { dateStyle: 'medium' })}</span>
    </>
  );
}
