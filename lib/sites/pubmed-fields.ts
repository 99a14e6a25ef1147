/** How PubMed writes titles and citations: `J Test. 2010 Jul;136(4):495-525. doi: 10.1234/x. Epub 2010 May 3.` */
import { doiId } from '../identity';
import type { PaperId } from '../paper';
import { firstOf, isoDate } from './metadata-article';
import { present, text } from './read';

/** Where links without a host lead. */
export const base = 'https://pubmed.ncbi.nlm.nih.gov';

/** Without the full stop that ends every title in a list; a translated one stands in brackets. */
export function titleIn(element: Element | null | undefined): string | undefined {
  return text(element)?.replace(/(?<!\.)\.$/, '');
}

/** The journal ends where the year begins; some have a year in their names: `J Test (1985). 2010 Jul;…`. */
export function journalIn(citation = ''): { venue: string | undefined; rest: string } {
  const match = /^(.+?)\. ((?:1[5-9]|20)\d\d\b.*)$/.exec(citation);
  return { venue: match?.[1], rest: match?.[2] ?? '' };
}

/** The DOI, which ends in the full stop of its sentence. */
export function doiIn(citation = ''): PaperId | undefined {
  return doiId(/\bdoi: ?(10\.\S+)/i.exec(citation)?.[1] ?? '');
}

/** When it appeared, online or in print, whichever was first; and where, as far as the DOI. */
export function citationIn(citation: string | undefined, dates = ''): { published?: string; journalRef?: string } {
  const online = /\bEpub (\d{4}.*)$/.exec(dates)?.[1];
  return present({
    published: firstOf([dateIn(dates), dateIn(online)]),
    journalRef: citation?.replace(/ doi: .*$/i, '').replace(/\.$/, '') || undefined,
  });
}

/** `2010`, `2010 Jul`, `2010 May-Jun`, `2010 Jul 16`. */
function dateIn(written = ''): string | undefined {
  const [, year, month = '', date = ''] = /^(\d{4})(?: ([A-Z][a-z]{2})[a-z]*(?: (\d{1,2})\b)?)?/.exec(written) ?? [];
  return isoDate([date, month, year].filter(Boolean).join(' '));
}

/** What was searched for; in a title as `malaria - Search Results - PubMed`. */
export function queryOn(page: Document): string | undefined {
  const input = page.querySelector<HTMLInputElement>('input[name="term"]');
  const title = text(page.querySelector('title'));
  const query = /^(.*) - Search Results - PubMed$/.exec(title ?? '')?.[1];
  return (input?.value.trim() || query)?.slice(0, 1000);
}
