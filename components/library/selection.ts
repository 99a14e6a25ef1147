import { useState } from 'react';
import { shelfIds } from '../../lib/library/shelf';
import type { Sort } from '../../lib/library-place';
import type { PaperId } from '../../lib/paper';
import type { Results } from './results';

interface Selected {
  key: string;
  ids: ReadonlySet<PaperId>;
  /** The row from which a range goes. */
  start: number | undefined;
}

export type Selection = ReturnType<typeof useSelection>;

/** The papers that the next act is for. Another query selects none. */
export function useSelection(query: string, sort: Sort, results: Results | undefined) {
  const key = JSON.stringify([query, sort]);
  const none: Selected = { key, ids: new Set(), start: undefined };
  const [state, setState] = useState(none);
  const current = state.key === key ? state : none;

  /** The ids of some rows, from the library where they were not read. */
  const idsOf = async (from: number, to: number): Promise<PaperId[]> => {
    const papers = Array.from({ length: to - from + 1 }, (_, i) => results?.at(from + i));
    if (papers.every((paper) => paper !== undefined)) return papers.map(({ paper }) => paper.id);
    return (await shelfIds(query, sort)).slice(from, to + 1);
  };

  return {
    ids: current.ids,
    /** From here a range will go. */
    startAt: (index: number) => setState({ ...current, start: index }),
    toggle(index: number) {
      const id = results?.at(index)?.paper.id;
      if (!id) return;
      const ids = new Set(current.ids);
      if (!ids.delete(id)) ids.add(id);
      setState({ key, ids, start: index });
    },
    /** From where the range starts, or else from `from`, to `to`. */
    async extend(from: number, to: number) {
      const start = current.start ?? from;
      const ids = await idsOf(Math.min(start, to), Math.max(start, to));
      setState({ key, ids: new Set(ids), start });
    },
    async all() {
      const ids = await shelfIds(query, sort);
      setState({ key, ids: new Set(ids), start: 0 });
    },
    clear: () => setState(none),
  };
}
