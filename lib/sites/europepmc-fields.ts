/** How Europe PMC names its records. */
import { identifierOf, webId } from '../identity';
import type { PaperId } from '../paper';

export const base = 'https://europepmc.org';

/**
 * The record at `/article/SOURCE/ID`. Only PubMed's and PubMed Central's numbers name a paper elsewhere; a preprint
 * (`PPR`) or a thesis goes by its page.
 */
export function recordAt(href: string | null | undefined): PaperId | undefined {
  const [, source, number] = /\/(?:article|abstract)\/([a-z]{3})\/(\w+)/i.exec(href ?? '') ?? [];
  if (!source || !number) return undefined;
  const page = `${base}/article/${source.toUpperCase()}/${number.toUpperCase()}`;
  return identifierOf(page)?.id ?? webId(page);
}

export function isPatent(href: string | null | undefined): boolean {
  return /\/article\/pat\//i.test(href ?? '');
}

/** The first identifier of each kind that an element names: `PMID: 1 PMCID: PMC2 DOI: 10.…`. */
export function namedIn(element: Element): PaperId[] {
  const words = wordsIn(element).join(' ');
  const pmid = /\bPMID\s*:?\s*(\d+)/i.exec(words)?.[1];
  const others = [/\bPMC\d+/, /\b10\.\d{4,9}\/\S+/].map((kind) => kind.exec(words)?.[0]);
  const named = [pmid && `pmid:${pmid}`, ...others].flatMap((name) => identifierOf(name ?? '')?.id ?? []);
  const preprint = /\bPPR\d+\b/.exec(words)?.[0];
  const record = preprint && recordAt(`/article/PPR/${preprint}`);
  return record ? [...named, record] : named;
}

/** Blocks beside each other are words of their own, though nothing stands between them. */
function wordsIn(node: Node): string[] {
  return node.nodeType === 3 ? [node.nodeValue ?? ''] : Array.from(node.childNodes, wordsIn).flat();
}

/** The first of each kind; what names the paper elsewhere too before the address of its page here. */
export function bestFirst(ids: PaperId[]): PaperId[] {
  const kindOf = (id: PaperId) => id.slice(0, id.indexOf(':'));
  const first = ids.filter((id, index) => ids.findIndex((other) => kindOf(other) === kindOf(id)) === index);
  return first.sort((a, b) => Number(a.startsWith('web:')) - Number(b.startsWith('web:')));
}
