import type { Library } from './library/contract';
import { papersTagged } from './library/queries';
import { tagKey } from './marks';

/**
 * Gives all papers that have the tag `from` the tag `to` instead, which may be in use already, or be the same in
 * another spelling. Resolves to how this is undone: papers that had both have both again.
 */
export async function renameTag(
  library: Pick<Library, 'markAll'>,
  from: string,
  to: string,
): Promise<() => Promise<void>> {
  const papers = await papersTagged(tagKey(from));
  const isSame = tagKey(from) === tagKey(to);
  const hasBoth = ({ tagKeys }: { tagKeys: string[] }) => !isSame && tagKeys.includes(tagKey(to));
  const hadBoth = papers.filter(hasBoth).map(({ id }) => id);
  const others = papers.filter((paper) => !hasBoth(paper)).map(({ id }) => id);
  await library.markAll({ ids: [...hadBoth, ...others], change: { removeTags: [from], addTags: [to] } });
  return async () => {
    await library.markAll({ ids: others, change: { removeTags: [to], addTags: [from] } });
    await library.markAll({ ids: hadBoth, change: { addTags: [from] } });
  };
}
