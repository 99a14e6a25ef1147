import { inParts, type OnProgress, type UndoAll } from './in-parts';
import type { Library } from './library/contract';
import type { PaperId } from './paper';

/** Takes many papers out of the library. Resolves to how this is undone. */
export function removeMany(
  library: Pick<Library, 'removeAll' | 'restoreAll'>,
  ids: PaperId[],
  onProgress?: OnProgress,
): Promise<UndoAll> {
  return inParts(ids, { act: library.removeAll, undo: library.restoreAll }, onProgress);
}
