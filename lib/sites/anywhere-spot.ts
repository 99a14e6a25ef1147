import type { Identifier } from '../identity';
import type { Mention } from './anywhere-mentions';
import type { Piece } from './anywhere-pieces';

/** A place of one paper on a page. */
export interface Spot {
  /** The block, or in running text the last link. */
  element: Element;
  anchor: Element;
  controls: 'below' | 'inside' | 'inline';
  ids: Identifier[];
  /** Those of this paper. */
  mentions: Mention[];
  /** The block that it has for itself, or shares; and all that is mentioned there. */
  roots: Element[];
  all: Mention[];
  /** Where it shares the block: its part of the line, and the words above that since the paper before. */
  line?: Piece[];
  above?: Piece[];
  /** The next mention on the page. */
  next?: Mention | undefined;
}
