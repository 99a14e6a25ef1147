import type { Library } from './library/contract';
import { inverseOf, type MarksChange } from './marks';
import type { PaperId } from './paper';

/** Changes the marks of many saved papers. Resolves to how this is undone: each has again what it had. */
export async function markMany(
  library: Pick<Library, 'find' | 'markAll'>,
  ids: PaperId[],
  change: MarksChange,
): Promise<() => Promise<void>> {
  const before = await library.find(ids);
  await library.markAll({ ids, change });
  const alike = Map.groupBy(ids, (id) => JSON.stringify(inverseOf(change, before[id] ?? {})));
  return async () => {
    for (const [inverse, ids] of alike) await library.markAll({ ids, change: JSON.parse(inverse) });
  };
}
