import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import { wordsRows } from '../../lib/library/picture-rows';
import { type LibraryMap, mapLimit, mapOf, mapped } from '../../lib/pictures/map';
import type { PictureRow } from '../../lib/pictures/row';
import { t } from '../../lib/text';
import { Failure } from '../Failure';
import { MapPicture } from './MapPicture';
import { MapTable } from './MapTable';
import { Picture } from './Picture';
import { useWidth } from './width';

interface Props {
  rows: PictureRow[];
  onFilter(query: string): void;
}

/** The papers on a map, those near each other that use the same words. */
export function SimilarityMap({ rows, onFilter }: Props) {
  const { map, failure } = useMap(rows);
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const text =
    rows.length > mapLimit
      ? t('pictures.mapLatest', [mapLimit.toLocaleString(), rows.length.toLocaleString()])
      : t('pictures.mapText');
  const waiting = failure === undefined ? <p role="status">{t('pictures.comparing')}</p> : <Failure error={failure} />;
  return (
    <Picture
      title={t('pictures.map')}
      text={text}
      picture={<div ref={box}>{map ? <MapPicture {...{ map, rows, width, onFilter }} /> : waiting}</div>}
      table={map ? <MapTable {...{ map, onFilter }} /> : waiting}
    />
  );
}

/** The map of these papers; it is drawn anew for others. */
function useMap(rows: PictureRow[]) {
  const [found, setFound] = useState<{ key: string; map: LibraryMap }>();
  const [failure, setFailure] = useState<unknown>();
  const key = useMemo(() => JSON.stringify(mapped(rows).map(({ id }) => id)), [rows]);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setFailure(undefined);
    const draw = async () => {
      const map = await mapOf(await wordsRows(signal, JSON.parse(key)), signal);
      // Thousands of signs are drawn in slices too.
      startTransition(() => setFound({ key, map }));
    };
    draw().catch((error) => {
      if (!signal.aborted) setFailure(error);
    });
    return () => controller.abort();
  }, [key]);
  return { map: found?.key === key ? found.map : undefined, failure };
}
