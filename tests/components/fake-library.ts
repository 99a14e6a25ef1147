import type { Library, Saved } from '../../lib/library/contract';
import { type Marks, type MarksChange, tagKey } from '../../lib/marks';
import type { PaperId } from '../../lib/paper';

/** A library in memory, for components; `changed` hears what the background would announce. */
export function fakeLibrary(changed: (ids: PaperId[]) => void = () => {}): Library {
  const saved = new Map<PaperId, Saved>();
  const removed = new Map<PaperId, Saved>();
  const hidden = new Set<PaperId>();
  const bin = new Map<string, () => void>();

  /** Changes what is saved of a paper, which is saved by that. */
  const change = (id: PaperId, with_: (paper: Saved) => Partial<Saved>) => {
    const paper = saved.get(id) ?? removed.get(id) ?? { id, savedAt: 1 };
    saved.set(id, { ...paper, ...with_(paper) });
    changed([id]);
  };
  const remove = (id: PaperId) => {
    const paper = saved.get(id);
    if (paper) removed.set(id, paper);
    saved.delete(id);
    changed([id]);
  };

  const restore = (id: PaperId) => {
    const paper = removed.get(id);
    if (paper) saved.set(id, paper);
    changed([id]);
  };

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
    save: async ({ id }) => change(id, () => ({})),
    saveAll: async (papers) => {
      for (const { id } of papers) change(id, () => ({}));
    },
    remove: async (id) => remove(id),
    removeAll: async (ids) => ids.forEach(remove),
    restore: async (id) => restore(id),
    restoreAll: async (ids) => ids.forEach(restore),
    writeNote: async ({ paper: { id }, text }) => change(id, () => ({ note: text || undefined }) as Partial<Saved>),
    mark: async ({ paper: { id }, change: wanted }) => change(id, (paper) => marked(paper, wanted)),
    markAll: async ({ ids, change: wanted }) => {
      for (const id of ids) change(id, (paper) => marked(paper, wanted));
    },
    tags: async () => {
      const names = [...saved.values()].flatMap(({ tags = [] }) => tags);
      return [...new Set(names)].map((name) => ({ name, papers: names.filter((each) => each === name).length }));
    },
    highlight: async ({ paper: { id }, highlight }) =>
      change(id, ({ highlights = [] }) => ({
        highlights: [...highlights.filter((each) => each.id !== highlight.id), highlight],
      })),
    removeHighlight: async (highlightId) => {
      for (const paper of saved.values()) {
        const highlight = paper.highlights?.find(({ id }) => id === highlightId);
        if (!highlight) continue;
        bin.set(highlightId, () =>
          change(paper.id, ({ highlights = [] }) => ({ highlights: [...highlights, highlight] })),
        );
        change(paper.id, ({ highlights = [] }) => ({ highlights: highlights.filter(({ id }) => id !== highlightId) }));
      }
    },
    restoreHighlight: async (id) => bin.get(id)?.(),
    triageOf: async ({ ids }) => ({
      today: 20_000,
      papers: Object.fromEntries(ids.filter((id) => hidden.has(id)).map((id) => [id, { isHidden: true }])),
    }),
    near: async () => ({}),
    seen: async () => {},
    hide: async (papers) => {
      for (const id of papers.flat()) hidden.add(id);
      changed(papers.flat());
    },
    unhide: async (papers) => {
      for (const id of papers.flat()) hidden.delete(id);
      changed(papers.flat());
    },
    forgetSeen: async () => {},
    merge: async () => {},
    split: async () => {},
    keepApart: async () => {},
    askAgain: async () => {},
    importBatch: async () => ({ new: 0, merged: 0, same: 0, removed: 0 }),
    endImport: async () => {},
    undoImport: async () => ({ isDone: true }),
    emptyTrash: async () => removed.clear(),
    repair: async () => {},
  };
}

function marked(
  { tags = [], ...before }: Marks,
  { status, rating, addTags = [], removeTags = [] }: MarksChange,
): Marks {
  const gone = new Set(removeTags.map(tagKey));
  const kept = tags.filter((tag) => !gone.has(tagKey(tag)));
  const keys = new Set(kept.map(tagKey));
  return {
    ...before,
    ...(status !== undefined && { status: status ?? undefined }),
    ...(rating !== undefined && { rating: rating ?? undefined }),
    tags: [...kept, ...addTags.filter((tag) => !keys.has(tagKey(tag)))],
  } as Marks;
}
