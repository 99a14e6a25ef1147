import { useRef } from 'react';
import type { Status } from '../../lib/marks';
import type { PaperId } from '../../lib/paper';
import { type LibraryMap, mapLimit } from '../../lib/pictures/map';
import { t } from '../../lib/text';
import { MapPicture } from './MapPicture';
import { MapTable } from './MapTable';
import { Picture } from './Picture';
import { useWidth } from './width';

interface Props {
  /** How many there are. */
  papers: number;
  /** Without one, papers are still being compared. */
  map: LibraryMap | undefined;
  statuses: ReadonlyMap<PaperId, Status> | undefined;
  onFilter(query: string): void;
}

/** The papers on a map, those near each other that use the same words. */
export function SimilarityMap({ papers, map, statuses = new Map(), onFilter }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const text =
    papers > mapLimit
      ? t('pictures.mapLatest', [mapLimit.toLocaleString(), papers.toLocaleString()])
      : t('pictures.mapText');
  const waiting = <p role="status">{t('pictures.comparing')}</p>;
  return (
    <Picture
      title={t('pictures.map')}
      text={text}
      picture={<div ref={box}>{map ? <MapPicture {...{ map, statuses, width, onFilter }} /> : waiting}</div>}
      table={map ? <MapTable {...{ map, onFilter }} /> : waiting}
    />
  );
}
