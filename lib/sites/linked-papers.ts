/** Papers by the links that lead to them, for sites of which little else is known to last. */
import { type Identifier, identifierOf } from '../identity';
import type { PaperId } from '../paper';
import { address } from './read';

/** The paper that a link leads to. `base` is an origin, `https://site.example`. */
export function paperAt(link: Element | null | undefined, base: string): Identifier | undefined {
  const at = address(link?.getAttribute('href'), base);
  return at ? identifierOf(at) : undefined;
}

/** The other names of a paper, each once; `undefined` where there is none. */
export function othersThan(id: PaperId, ids: Iterable<PaperId | undefined>): PaperId[] | undefined {
  const others = new Set([...ids].filter((other) => other !== undefined && other !== id));
  return others.size > 0 ? [...others].flatMap((other) => other ?? []) : undefined;
}

/** The largest blocks of a page whose links lead to one paper only, in the order of the page. */
export function cardsOf(page: ParentNode, links: string, base: string): Element[] {
  const subjects = new Map<Element, PaperId | 'several'>();
  const first: Element[] = [];
  for (const link of page.querySelectorAll(links)) {
    const id = paperAt(link, base)?.id;
    if (!id) continue;
    first.push(link);
    for (const block of blocksAround(link)) {
      const known = subjects.get(block);
      // What is around it has been seen from another link.
      if (known === id || known === 'several') break;
      subjects.set(block, known ? 'several' : id);
    }
  }
  return [...new Set(first.map((link) => largestWith(subjects.get(link), link, subjects)))];
}

function largestWith(id: string | undefined, link: Element, subjects: Map<Element, string>): Element {
  let largest = link;
  for (const block of blocksAround(link)) {
    if (subjects.get(block) !== id) break;
    largest = block;
  }
  return largest;
}

/** From the link outwards, as far as blocks are parts of a page. */
function* blocksAround(link: Element): Generator<Element> {
  for (let block: Element | null = link; block; block = block.parentElement) {
    if (/^(?:main|body|html)$/.test(block.localName)) return;
    yield block;
  }
}
