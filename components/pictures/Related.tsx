import { useEffect, useState } from 'react';
import type { NearPaper } from '../../lib/library/contract';
import { relatedTo } from '../../lib/library/related';
import type { PaperId } from '../../lib/paper';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import './related.css';

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
      {failure !== undefined && <Failure error={failure} />}
      {!related && failure === undefined && <p role="status">{t('related.comparing')}</p>}
      {related?.length === 0 && <p>{t('related.none')}</p>}
      {related && related.length > 0 && (
        <ul>
          {related.map(({ id, title, words }) => (
            <li key={id}>
              <button type="button" className="related-title" onClick={() => onOpen(id)}>
                {title}
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
  const [found, setFound] = useState<{ id: PaperId; related: NearPaper[] }>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setFailure(undefined);
    relatedTo(id, signal).then(
      (related) => signal.aborted || setFound({ id, related }),
      (error) => signal.aborted || setFailure(error),
    );
    return () => controller.abort();
  }, [id]);
  return { related: found?.id === id ? found.related : undefined, failure };
}
