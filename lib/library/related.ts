/** The saved papers that are most like a saved one. Read first: nearest. */
import type { PaperId } from '../paper';
import type { NearPaper } from './contract';
import { nearestSaved } from './nearest';
import { wordsRows } from './picture-rows';

/** The user has asked: the best there is, as long as it is no chance. */
const nearness = { limit: 6, least: 0.05, leastWords: 1 };

/** Five at most, the most alike first. */
export async function relatedTo(id: PaperId, signal: AbortSignal): Promise<NearPaper[]> {
  const [words] = await wordsRows(signal, [id]);
  const [found = []] = words ? await nearestSaved([words], nearness, signal) : [];
  return found.filter((paper) => paper.id !== id).slice(0, nearness.limit - 1);
}
