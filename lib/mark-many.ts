import { inParts, type OnProgress, type UndoAll } from './in-parts';
import type { Library } from './library/contract';
import { inverseOf, type MarksChange } from './marks';
import type { PaperId } from './paper';

/** Changes the marks of many saved papers. Resolves to how this is undone: each has again what it had. */
export function markMany(
  library: Pick<Library, 'find' | 'markAll'>,
  ids: PaperId[],
  change: MarksChange,
  onProgress?: OnProgress,
): Promise<UndoAll> {
  const inverses = new Map<PaperId, string>();
  const act = async (ids: PaperId[]) => {
    const before = await library.find(ids);
    for (const id of ids) inverses.set(id, JSON.stringify(inverseOf(change, before[id] ?? {})));
    await library.markAll({ ids, change });
  };
  const undo = async (ids: PaperId[]) => {
    const alike = Map.groupBy(ids, (id) => inverses.get(id) ?? '{}');
    for (const [inverse, ids] of alike) await library.markAll({ ids, change: JSON.parse(inverse) });
  };
  return inParts(ids, { act, undo }, onProgress);
}
