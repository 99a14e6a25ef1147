/** The page of one preprint on bioRxiv or medRxiv. Unproven, as its lists are: see biorxiv.ts. */
import { doiId } from '../identity';
import { authorsIn, postedOn, versionIn } from './biorxiv-fields';
import { describedUnder } from './described-page';
import { othersThan } from './linked-papers';
import { day, present, text } from './read';
import type { List, Reading } from './site';

export const paperPage: List = {
  name: 'the page of a preprint',
  provenBy: 'unproven',
  example: 'https://www.biorxiv.org/content/10.1101/060012v1',
  entry: 'h1#page-title, h1.highwire-cite-title',
  read: readPage,
  anchor: (heading) => heading,
};

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const described = describedUnder(heading);
  const title = text(heading);
  // Lists have such a heading too, and no paper in their head.
  if (!described?.id.startsWith('doi:') || !title) return undefined;
  const citation = heading.closest('[data-pisa]') ?? heading.parentElement;
  const version = versionIn(citation?.getAttribute('data-pisa')) ?? versionIn(described.links?.pdf);
  const published = text(page.querySelector('.pub_jnl'));
  return present({
    ...described,
    aliases: othersThan(described.id, [...(described.aliases ?? []), doiId(doiIn(published))]),
    version,
    title,
    authors: authorsIn(citation?.querySelector('.highwire-citation-authors') ?? null) ?? described.authors,
    abstract: abstractOn(page),
    ...datesOn(page, version, described.published),
    subjects: subjectsOn(page),
    journalRef: /^Now published in (.+?)(?: doi:|$)/i.exec(published ?? '')?.[1],
  });
}

function doiIn(line = ''): string {
  return /\b10\.\d{4,9}\/\S+/.exec(line)?.[0] ?? '';
}

/** `Posted February 04, 2026.` is of the version shown. The head's date may be filled up from a year alone. */
function datesOn(page: Document, version: number | undefined, described: string | undefined) {
  const lines = Array.from(page.querySelectorAll('.pane-content'), (line) => text(line) ?? '');
  const posted = day(lines.find((line) => /^Posted [A-Z]/.test(line)));
  const dates = posted ? postedOn(posted, version) : {};
  return { published: version && version > 1 ? undefined : described?.replace(/-01-01$/, ''), ...dates };
}

/** The head's abstract is full of markup. */
function abstractOn(page: Document): string | undefined {
  const paragraphs = Array.from(page.querySelectorAll('#abstract-1 p, .section.abstract p'), (part) => text(part));
  return paragraphs.filter(Boolean).join(' ') || undefined;
}

function subjectsOn(page: Document): string[] | undefined {
  const terms = Array.from(page.querySelectorAll('.highwire-article-collection-term'), (term) => text(term));
  const subjects = [...new Set(terms.flatMap((term) => term ?? []))];
  return subjects.length > 0 ? subjects : undefined;
}
