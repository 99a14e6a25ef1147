import { useState } from 'react';
import type { PaperId } from '../../lib/paper';
import type { Results } from './results';

/**
 * The row that keys speak of. It goes with its paper, wherever that goes in the list; where the paper went away, the
 * next one takes its place.
 */
export function useActiveRow(results: Results) {
  const [row, setRow] = useState<{ key: string; index: number; id: PaperId | undefined }>();
  const { key, total } = results;
  const activate = (index: number) => setRow({ key, index, id: results.at(index)?.paper.id });
  if (row === undefined || row.key !== key || total === 0) return [undefined, activate] as const;
  const index = Math.min((row.id && results.indexOf(row.id)) ?? row.index, total - 1);
  return [index, activate] as const;
}
