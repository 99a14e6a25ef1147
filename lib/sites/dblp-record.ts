/**
 * The page of one record of DBLP's. Unproven: no saved page was at hand; it is known by all its links to a record,
 * outside of lists, leading to the same one.
 */
import { identifierOf } from '../identity';
import { authorsIn, base, editionsIn, namesOf, pdfAmong, titleIn } from './dblp-entry';
import { isoDate } from './metadata-article';
import { address, anyPresent, present, text } from './read';
import type { List, Reading } from './site';

/** Found only where no list holds the record itself. */
export const recordPage: List = {
  name: 'the page of a record',
  provenBy: 'unproven',
  example: 'https://dblp.org/rec/conf/nips/VaswaniSPUJGKP17.html',
  entry: (page) => {
    const heading = page.querySelector('#headline h1') ?? page.querySelector('h1');
    const key = heading && keyOn(page);
    const isListed = key && Array.from(page.querySelectorAll('li.entry[id]')).some((entry) => entry.id === key);
    return heading && key && !isListed ? [heading] : [];
  },
  read: readRecord,
  anchor: (heading) => heading,
};

function keyOn(page: ParentNode): string | undefined {
  const keys = new Set(outside(page, 'link[rel="canonical"], a[href*="/rec/"]').flatMap((link) => keyIn(link) ?? []));
  return keys.size === 1 ? [...keys][0] : undefined;
}

/** Not what is in entries: these are what the record refers to, or what refers to it. */
function outside(page: ParentNode, selector: string): Element[] {
  return Array.from(page.querySelectorAll(selector)).filter((element) => !element.closest('li.entry'));
}

function keyIn(link: Element): string | undefined {
  const at = address(link.getAttribute('href'), base);
  return at && /^\/rec\/(?!pers\/)(.+?)(?:\.\w{2,4})?$/.exec(new URL(at).pathname)?.[1];
}

function readRecord(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const key = keyOn(page);
  const record = key && identifierOf(`dblp:${key}`)?.id;
  const title = titleIn(heading);
  const main = page.querySelector('#main') ?? page.body;
  if (!record || !title) return undefined;
  const editions = editionsIn(main).filter((link) => !link.closest('li.entry'));
  const date = outside(main, '[itemprop="datePublished"]')[0];
  return present({
    ...namesOf(record, editions),
    title,
    authors: main.querySelector('li.entry') ? undefined : authorsIn(main),
    published: isoDate(date?.getAttribute('content') ?? text(date)),
    venue: text(outside(main, '[itemprop="isPartOf"] > [itemprop="name"]')[0]),
    links: anyPresent({ abstract: `${base}/rec/${key}.html`, pdf: pdfAmong(editions) }),
  });
}
