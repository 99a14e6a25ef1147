import { addressOf, identifierShown } from '../../lib/identity';
import type { Paper, PaperId } from '../../lib/paper';
import { t } from '../../lib/text';
import { dateShown } from '../WhySaved';

const kinds = ['pdf', 'html', 'code', 'project'] as const;

/** Where the paper appeared, and where it can be read: venues, identifiers, files. */
export function PaperLinks({ papers, ids }: { papers: Paper[]; ids: PaperId[] }) {
  const venues = new Set(papers.flatMap(({ venue, journalRef }) => [venue, journalRef]).filter(Boolean));
  const [paper] = papers;
  const published = paper?.published ?? paper?.updated;
  const files = kinds.flatMap((kind) => {
    const address = papers.map(({ links }) => links?.[kind]).find(Boolean);
    return address ? [{ name: t(`library.link.${kind}`), address }] : [];
  });
  const identifiers = ids.map((id) => ({ name: identifierShown(id), address: addressOf(id) }));
  return (
    <>
      {venues.size > 0 && <p className="venue">{[...venues].join(' · ')}</p>}
      {published && <p className="seen">{t('library.published', [dateShown(published)])}</p>}
      {paper?.subjects && <p className="seen">{paper.subjects.join(', ')}</p>}
      {paper?.comments && <p className="seen">{paper.comments}</p>}
      <ul className="links" aria-label={t('library.links')}>
        {[...identifiers, ...files].map(({ name, address }) => (
          <li key={name}>
            {address ? (
              <a href={address} target="_blank" rel="noreferrer">
                {name}
              </a>
            ) : (
              name
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
