import { addressOf, identifierShown } from './identity';
import type { Paper } from './paper';

/** Names before “et al.”. */
const namesShown = 3;

/** A plain citation, to be pasted anywhere: `Ada Margin, Björn Müller (2026). Margins Matter. NeurIPS. https://…`. */
export function citationOf(paper: Paper): string {
  const { authors = [], authorCount, organization, title, published, updated, venue, journalRef, id, links } = paper;
  const names = authors.slice(0, namesShown).join(authors.some((name) => name.includes(',')) ? '; ' : ', ');
  const isShort = authors.length > namesShown || (authors.length === 0 && authorCount !== undefined);
  const who = names ? `${names}${isShort ? ' et al.' : ''}` : organization;
  const year = (published ?? updated)?.slice(0, 4);
  const by = [who, year && `(${year})`].filter(Boolean).join(' ');
  const where = venue ?? journalRef ?? (id.startsWith('arxiv:') ? identifierShown(id) : undefined);
  const address = addressOf(id) ?? links?.abstract;
  return [by, title.replace(/\.$/, ''), where, address]
    .filter(Boolean)
    .join('. ')
    .replace(/([?!.])\. /g, '$1 ');
}
