/** INSPIRE's page of one paper. Unproven, as its lists are: see inspire.ts. */
import { addressOf } from '../identity';
import { boxOf, citedIn, factsIn, othersIn, pdfIn } from './inspire-fields';
import { othersThan } from './linked-papers';
import { isoDate } from './metadata-article';
import { anyPresent, present, text } from './read';
import type { List, Reading } from './site';

export const recordPage: List = {
  name: 'the page of a paper',
  provenBy: 'unproven',
  example: 'https://inspirehep.net/literature/451647',
  // The first box with a title is the paper's; references and figures have boxes below.
  entry: (page) => Array.from(page.querySelectorAll('.__DetailPage__ .__ContentBox__:has(h1, h2)')).slice(0, 1),
  read: readPage,
  anchor: (box) => box.querySelector('h1, h2'),
};

function readPage(box: Element): Reading | undefined {
  const heading = box.querySelector('h1, h2');
  const title = text(heading);
  const record = citedIn(boxOf(box));
  const others = othersIn(box);
  // A record nobody may cite (data, a thesis in the making) is named by what it links to.
  const id = record ?? others[0];
  if (!heading || !title || !id) return undefined;
  return present({
    id,
    aliases: othersThan(id, others),
    title,
    ...factsIn(box),
    abstract: abstractOn(box.ownerDocument),
    published: dateUnder(heading),
    links: anyPresent({ abstract: record && addressOf(record), pdf: pdfIn(box) }),
  });
}

/** The date is a block of its own, after that of the authors. */
function dateUnder(heading: Element): string | undefined {
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    const line = text(next) ?? '';
    if (/^(?:[A-Z][a-z]{2}(?: \d{1,2})?, )?\d{4}$/.test(line)) return isoDate(line);
  }
  return undefined;
}

/** `Abstract: (arXiv)`, and the abstract beside it. */
function abstractOn(page: Document): string | undefined {
  const labels = Array.from(page.querySelectorAll('.__DetailPage__ div > div:first-child'));
  const label = labels.find((label) => /^Abstract:(?: \([^()]*\))?$/.test(text(label) ?? ''));
  const whole = text(label?.parentElement);
  return whole?.slice(text(label)?.length).trim() || undefined;
}
