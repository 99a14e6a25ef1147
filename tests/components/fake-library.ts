import type { Library, Saved } from '../../lib/library/contract';
import type { PaperId } from '../../lib/paper';

/** A library in memory, for components; `changed` hears what the background would announce. */
export function fakeLibrary(changed: (ids: PaperId[]) => void = () => {}): Library {
  const saved = new Map<PaperId, Saved>();
  const removed = new Map<PaperId, Saved>();
  return {
    find: async (ids) => {
      const found: Partial<Record<PaperId, Saved>> = {};
      for (const id of ids) {
        const paper = saved.get(id);
        if (paper) found[id] = { ...paper };
      }
      return found;
    },
    sight: async () => {},
    save: async ({ id }) => {
      saved.set(id, saved.get(id) ?? removed.get(id) ?? { id, savedAt: 1 });
      changed([id]);
    },
    remove: async (id) => {
      const paper = saved.get(id);
      if (paper) removed.set(id, paper);
      saved.delete(id);
      changed([id]);
    },
    restore: async (id) => {
      const paper = removed.get(id);
      if (paper) saved.set(id, paper);
      changed([id]);
    },
    writeNote: async ({ paper: { id }, text }) => {
      saved.set(id, { id, savedAt: 1, ...(text && { note: text }) });
      changed([id]);
    },
    merge: async () => {},
    split: async () => {},
    keepApart: async () => {},
    askAgain: async () => {},
  };
}
