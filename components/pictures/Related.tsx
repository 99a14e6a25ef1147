import { useEffect, useState } from 'react';
import type { PaperId } from '../../lib/paper';
import { type RelatedPaper, relatedTo } from '../../lib/related';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import './related.css';
import { preparedWords } from './prepared-words';

interface Props {
  /** Of a saved paper. */
  id: PaperId;
  onOpen(id: PaperId): void;
  onFilter(query: string): void;
}

/** The saved papers that are most like one, and the words by which they are. */
export default function Related({ id, onOpen, onFilter }: Props) {
  const { related, failure } = useRelated(id);
  return (
    <section className="related" aria-label={t('related.title')}>
      <h3>{t('related.title')}</h3>
      {failure !== undefined && <Failure error={failure} />}
      {!related && failure === undefined && <p role="status">{t('related.comparing')}</p>}
      {related?.length === 0 && <p>{t('related.none')}</p>}
      {related && related.length > 0 && (
        <ul>
          {related.map(({ row, words }) => (
            <li key={row.id}>
              <button type="button" className="related-title" onClick={() => onOpen(row.id)}>
                {row.title}
              </button>
              <p className="related-words">
                {t('related.by')}{' '}
                {words.map((word) => (
                  <button
                    key={word}
                    type="button"
                    aria-label={t('related.find', [word])}
                    onClick={() => onFilter(word)}
                  >
                    {word}
                  </button>
                ))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useRelated(id: PaperId) {
  const [found, setFound] = useState<{ id: PaperId; related: RelatedPaper[] }>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let isWanted = true;
    setFailure(undefined);
    preparedWords(id).then(
      (words) => isWanted && setFound({ id, related: relatedTo(words, id) }),
      (error) => isWanted && setFailure(error),
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  return { related: found?.id === id ? found.related : undefined, failure };
}
