import { useMemo } from 'react';
import type { PaperId } from '../../lib/paper';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import { Calendar } from './Calendar';
import { OverTime } from './OverTime';
import './pictures.css';
import { usePictureRows } from './picture-rows';
import { SimilarityMap } from './SimilarityMap';

interface Props {
  /** Only these papers; without it, all. */
  shown?: ReadonlySet<PaperId>;
  /** Finds the papers of a mark; see lib/pictures/filters. */
  onFilter(query: string): void;
}

/** Pictures of the library, each also as a table. */
export default function Pictures({ shown, onFilter }: Props) {
  const { rows: all, failure } = usePictureRows();
  const rows = useMemo(() => (shown ? all?.filter(({ id }) => shown.has(id)) : all), [all, shown]);
  return (
    <section className="pictures" aria-label={t('pictures.label')}>
      {failure !== undefined && <Failure error={failure} />}
      {!rows && failure === undefined && <p role="status">{t('pictures.reading')}</p>}
      {rows?.length === 0 && <p role="status">{t('pictures.empty')}</p>}
      {rows && rows.length > 0 && (
        <>
          <Calendar {...{ rows, onFilter }} />
          <OverTime {...{ rows, onFilter }} />
          <SimilarityMap {...{ rows, onFilter }} />
        </>
      )}
    </section>
  );
}
