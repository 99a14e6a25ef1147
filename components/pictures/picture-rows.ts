import { useEffect, useState } from 'react';
import { pictureRows } from '../../lib/library/picture-rows';
import type { PictureRow } from '../../lib/pictures/row';

/** All saved papers, as they are when it is first asked. */
export function usePictureRows() {
  const [rows, setRows] = useState<PictureRow[]>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const controller = new AbortController();
    pictureRows(controller.signal).then(setRows, (error) => {
      if (!controller.signal.aborted) setFailure(error);
    });
    return () => controller.abort();
  }, []);
  return { rows, failure };
}
