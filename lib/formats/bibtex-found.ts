/** What the fields of BibTeX and BibLaTeX say, whichever program wrote them. */
import { statuses } from '../marks';
import type { BibtexEntry } from './bibtex-entries';
import { namesInBibtex, splitOutside } from './bibtex-names';
import { highlightsIn } from './highlight-text';
import { fromLatex } from './latex';
import { ratingOf } from './ratings';
import { readIds } from './reference';
import type { Found } from './reference-paper';

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What an entry says, of BibTeX or BibLaTeX. */
export function foundInBibtex({ type, fields, line }: BibtexEntry): Found {
  const raw = (...names: string[]) => names.map((name) => fields.get(name)?.trim()).find(Boolean);
  const read = (...names: string[]) => {
    const value = raw(...names);
    return value === undefined ? undefined : fromLatex(value) || undefined;
  };
  const place =
    read('journal', 'journaltitle', 'booktitle', 'school') ?? (type.includes('book') ? read('publisher') : undefined);
  const author = raw('author') ?? raw('editor');
  const title = read('title');
  const subtitle = read('subtitle');
  const saved = Date.parse(raw('timestamp', 'creationdate') ?? '');
  const ids = readIds(raw('papergloss') ?? '');
  const pmid = raw('pmid');
  const keywords = raw('keywords', 'keyword', 'mendeley-tags');
  return {
    line,
    title: title && subtitle ? `${title}: ${subtitle}` : title,
    authors: author ? namesInBibtex(author) : undefined,
    organization: read('organization'),
    date: dateIn(raw('date'), raw('year'), raw('month'), raw('day')),
    venue: place ?? venueIn(read('howpublished')),
    journalRef: read('journalref') ?? volumeIn(place, read),
    abstract: read('abstract'),
    comments: read('note'),
    doi: address(raw('doi')),
    arxiv: arxivIn(raw('eprint'), raw('archiveprefix', 'eprinttype')),
    primaryClass: raw('primaryclass', 'eprintclass'),
    version: Number(raw('version')) || undefined,
    url: address(raw('url', 'ee', 'link')) ?? urlIn(raw('howpublished')),
    pdf: address(raw('pdf')),
    alsoAt: [pmid && `pmid:${pmid}`, raw('pmcid', 'pmc'), raw('biburl')].flatMap((each) => each || []),
    ...(ids.length > 0 && { ids }),
    ...(saved >= 0 && { savedAt: saved }),
    tags: keywords ? keywordsIn(keywords) : [],
    note: read('annote', 'annotation', 'comment', 'review'),
    status: statuses.find((status) => status.toLowerCase() === raw('readstatus')?.toLowerCase()),
    rating: ratingOf(raw('ranking', 'rating')),
    highlights: highlightsIn(read('highlights') ?? ''),
  };
}

function keywordsIn(keywords: string): string[] {
  const commas = splitOutside(keywords, /,/);
  return (commas.length > 1 ? commas : splitOutside(keywords, /;/))
    .map((each) => fromLatex(each.trim()))
    .filter(Boolean);
}

function dateIn(
  date: string | undefined,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
) {
  if (date) return fromLatex(date).split('/')[0];
  if (!year) return undefined;
  const bare = month?.replace(/[{}.\s]/g, '').toLowerCase() ?? '';
  const number = monthNames.indexOf(bare.slice(0, 3)) + 1 || Number(bare);
  const parts = [fromLatex(year), number >= 1 && number <= 12 ? number : undefined];
  return [...parts, parts[1] && day?.replace(/\D/g, '')].filter(Boolean).join('-');
}

function arxivIn(eprint: string | undefined, archive: string | undefined): string | undefined {
  const number = eprint?.replace(/^arxiv:\s*/i, '').replace(/\\_/g, '_');
  if (!number) return undefined;
  const isNumber = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z-]{2,})?\/\d{7})(?:v\d+)?$/i.test(number);
  return /^arxiv$/i.test(archive ?? 'arxiv') && isNumber ? number : undefined;
}

/** `Nature 599 (7885), 42–49`: what Papergloss has no fields of its own for, in one. */
function volumeIn(place: string | undefined, read: (name: string) => string | undefined): string | undefined {
  const volume = read('volume');
  const number = read('number') ?? read('issue');
  const pages = read('pages');
  if (!place || !(volume ?? pages) || /^(?:arxiv|corr\b)/i.test(place)) return undefined;
  return `${place}${volume ? ` ${volume}` : ''}${number ? ` (${number})` : ''}${pages ? `, ${pages}` : ''}`;
}

/** An address as people write it into LaTeX: `\url{…}`, `\_`, `\%`. */
function address(written: string | undefined): string | undefined {
  const bare = written?.replace(/^\\(?:url|path)\s*\{(.*)\}$/s, '$1').replace(/\{?\\([_%&#~{}])(?:\{\})?\}?/g, '$1');
  return bare?.replaceAll('%24', '$').trim() || undefined;
}

function urlIn(howpublished: string | undefined): string | undefined {
  const found = /https?:\/\/[^\s{}]+/.exec(howpublished ?? '')?.[0];
  return found && address(found);
}

function venueIn(howpublished: string | undefined): string | undefined {
  return howpublished && !/https?:|^www\.|^online$/i.test(howpublished) ? howpublished : undefined;
}
