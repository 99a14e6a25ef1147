/** What is near entries of lists. In the background. */
import type { Library, NearPaper } from './contract';
import { nearestSaved } from './nearest';

/** Rather none than a wrong one: on a list nobody has asked. */
const nearness = { limit: 5, least: 0.16, leastWords: 3 };

export const near: Library['near'] = async (papers) => {
  const sought = papers.map(({ title, abstract = '' }) => ({ title, abstract, own: '' }));
  // Nobody ends it: whoever asked may be gone, and will not miss the answer.
  const found = await nearestSaved(sought, nearness, new AbortController().signal);
  const near: Record<string, NearPaper[]> = {};
  papers.forEach(({ id, aliases = [] }, i) => {
    const others = (found[i] ?? []).filter((other) => other.id !== id && !aliases.includes(other.id));
    if (others.length > 0) near[id] = others;
  });
  return near;
};
