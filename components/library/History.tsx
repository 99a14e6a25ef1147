import type { Deed, PaperDetails } from '../../lib/library/paper-details';
import { ratings, statuses } from '../../lib/marks';
import type { Paper } from '../../lib/paper';
import { t } from '../../lib/text';
import { WhySaved } from '../WhySaved';

/** Why the paper was saved, and what its user did when, the latest first. */
export function History({ paper, history }: { paper: Paper } & Pick<PaperDetails, 'history'>) {
  return (
    <>
      <h3>{t('library.history')}</h3>
      <ul className="history" aria-label={t('library.history')}>
        {history.map((deed) => (
          <li key={`${deed.deed} ${deed.what ?? ''} ${deed.at}`}>
            <span>{sentenceOf(deed)}</span>
            <time dateTime={new Date(deed.at).toISOString()}>
              {new Date(deed.at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
            </time>
          </li>
        ))}
      </ul>
      {paper.seen && (
        <p className="seen">
          {t('library.seenAt')}{' '}
          <a href={paper.seen.url} target="_blank" rel="noreferrer">
            <WhySaved seen={paper.seen} />
          </a>
        </p>
      )}
    </>
  );
}

function sentenceOf({ deed, what = '' }: Deed): string {
  const status = statuses.find((status) => status === what);
  if (deed === 'status' && status) return t('library.deed.status', [t(`marks.status.${status}`)]);
  const rating = ratings.find((rating) => String(rating) === what);
  if (deed === 'rating' && rating) return t('library.deed.rating', [t('marks.stars', [what])]);
  return t(`library.deed.${deed}`, [what]);
}
