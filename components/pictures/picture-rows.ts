import { startTransition, useEffect, useState } from 'react';
import { pictureRows } from '../../lib/library/picture-rows';
import type { PictureRow } from '../../lib/pictures/row';

/** All saved papers, as they are when it is first asked. */
export function usePictureRows() {
  const [rows, setRows] = useState<PictureRow[]>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const controller = new AbortController();
    const read = async () => {
      const rows = await pictureRows(controller.signal);
      startTransition(() => setRows(rows));
    };
    read().catch((error) => {
      if (!controller.signal.aborted) setFailure(error);
    });
    return () => controller.abort();
  }, []);
  return { rows, failure };
}
