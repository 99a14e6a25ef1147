/** What CVF's lists and pages write in the same way. */
import type { PaperId } from '../paper';
import { paperAt } from './linked-papers';
import { isoDate } from './metadata-article';
import { address, oneLine, present } from './read';

/** Where links without a host lead. */
export const base = 'https://openaccess.thecvf.com';

/** The PDF, and the preprint that is linked as `arXiv`. */
export function filesIn(parts: Element[]): { pdf: string | undefined; arxiv: PaperId | undefined } {
  let pdf: string | undefined;
  let arxiv: PaperId | undefined;
  for (const link of parts.flatMap((part) => Array.from(part.querySelectorAll('a[href]')))) {
    const label = link.textContent?.trim().toLowerCase();
    if (label === 'pdf') pdf ??= address(link.getAttribute('href'), base);
    if (label === 'arxiv') arxiv ??= paperAt(link, base)?.id;
  }
  return { pdf, arxiv: arxiv?.startsWith('arxiv:') ? arxiv : undefined };
}

/** Where and when it was published, which only the BibTeX entry says, folded up below the links. */
export function bibtexIn(parts: Element[]): { venue?: string; published?: string } {
  const entry = parts.map((part) => part.querySelector('.bibref')?.textContent).find(Boolean) ?? '';
  const field = (name: string) => oneLine(new RegExp(`\\b${name}\\s*=\\s*\\{([^{}]*)\\}`, 'i').exec(entry)?.[1]);
  const year = field('year');
  return present({
    venue: field('booktitle')?.slice(0, 1000),
    published: isoDate(`${field('month') ?? ''} ${year ?? ''}`),
  });
}
