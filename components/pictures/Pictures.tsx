import { memo } from 'react';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import { Calendar } from './Calendar';
import { OverTime } from './OverTime';
import './pictures.css';
import { usePictureNews } from './picture-news';
import { SimilarityMap } from './SimilarityMap';

interface Props {
  /** Finds the papers of a mark; see lib/pictures/filters. */
  onFilter(query: string): void;
}

/** Pictures of the library, each also as a table. What is typed meanwhile draws none of them anew. */
export default memo(function Pictures({ onFilter }: Props) {
  const { counts, map, statuses, failure } = usePictureNews();
  return (
    <section className="pictures" aria-label={t('pictures.label')}>
      {failure !== undefined && <Failure error={failure} />}
      {!counts && failure === undefined && <p role="status">{t('pictures.reading')}</p>}
      {counts?.papers === 0 && <p role="status">{t('pictures.empty')}</p>}
      {counts && counts.papers > 0 && (
        <>
          <Calendar days={counts.days} onFilter={onFilter} />
          <OverTime all={counts.overTime} onFilter={onFilter} />
          {(map || failure === undefined) && <SimilarityMap papers={counts.papers} {...{ map, statuses, onFilter }} />}
        </>
      )}
    </section>
  );
});
