import { useContext } from 'react';
import { isMarked, type Marks } from '../lib/marks';
import { t } from '../lib/text';
import { WordsContext } from './NoteText';

interface Props {
  marks: Marks;
  /** What a click on a tag does. Without it, tags are text. */
  onTag?(tag: string): void;
}

/** What the user said of a paper, beside the note: nothing where nothing is said. */
export function MarksShown({ marks, onTag }: Props) {
  const { status, rating, tags = [] } = marks;
  const shown = useContext(WordsContext);
  if (!isMarked(marks)) return null;
  return (
    <div className="marks">
      {status && <span className="status">{t(`marks.status.${status}`)}</span>}
      {rating && (
        <span className="stars" role="img" aria-label={t('marks.stars', [String(rating)])}>
          {'★'.repeat(rating)}
        </span>
      )}
      {tags.length > 0 && (
        <ul className="tags" aria-label={t('marks.tags')}>
          {tags.map((tag) => (
            <li key={tag} className="tag">
              {onTag ? (
                <button type="button" onClick={() => onTag(tag)}>
                  {shown(tag)}
                </button>
              ) : (
                shown(tag)
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
