import { addressOf } from './identity';
import type { Paper } from './paper';

/** The page about a paper on the site where it was first seen, else the page of its identifier. */
export function pageOf(paper: Paper): string | undefined {
  return paper.links?.abstract ?? addressOf(paper.id);
}
