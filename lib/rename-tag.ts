import { inParts, type OnProgress, type UndoAll } from './in-parts';
import type { Library } from './library/contract';
import { papersTagged } from './library/queries';
import { tagKey } from './marks';
import type { PaperId } from './paper';

/**
 * Gives all papers that have the tag `from` the tag `to` instead, which may be in use already, or be the same in
 * another spelling. Resolves to how this is undone: papers that had both have both again.
 */
export async function renameTag(
  library: Pick<Library, 'markAll'>,
  from: string,
  to: string,
  onProgress?: OnProgress,
): Promise<UndoAll> {
  const papers = await papersTagged(tagKey(from));
  const isSame = tagKey(from) === tagKey(to);
  const hasBoth = ({ tagKeys }: { tagKeys: string[] }) => !isSame && tagKeys.includes(tagKey(to));
  const hadBoth = new Set(papers.filter(hasBoth).map(({ id }) => id));
  const act = (ids: PaperId[]) => library.markAll({ ids, change: { removeTags: [from], addTags: [to] } });
  const undo = async (ids: PaperId[]) => {
    const others = ids.filter((id) => !hadBoth.has(id));
    await library.markAll({ ids: others, change: { removeTags: [to], addTags: [from] } });
    await library.markAll({ ids: ids.filter((id) => hadBoth.has(id)), change: { addTags: [from] } });
  };
  const ids = papers.map(({ id }) => id);
  return inParts(ids, { act, undo }, onProgress);
}
