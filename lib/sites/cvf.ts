/** The Computer Vision Foundation's open access repository: lists by day and of a whole conference. */
import { webId } from '../identity';
import { base, bibtexIn, filesIn } from './cvf-fields';
import { paperPage } from './cvf-page';
import { detailsOf, withDetails } from './definition-list';
import { othersThan, paperAt } from './linked-papers';
import { address, anyPresent, present, text } from './read';
import type { List, Reading, Site } from './site';

const titleLink = ':scope > a[href*="_paper.html"]';

const lists: List = {
  name: 'lists of a day, of a conference, of a workshop',
  provenBy: 'a real page',
  example: 'https://openaccess.thecvf.com/CVPR2020?day=2020-06-16',
  entry: 'dt.ptitle, dl > dt:has(> a[href*="_paper.html"])',
  read: readPair,
  anchor: (dt) => dt.querySelector(titleLink),
  parts: withDetails,
};

/** CVF's lists and papers; its menus lead to lists, and hold no papers. */
export const cvf: Site = {
  name: 'CVF',
  matches: [`${base}/*`],
  expected: /^\/(?:[A-Z]+20\d\d(?:\.py)?\?day=.+|[A-Z]+201[3-7](?:\.py)?$|content.+_paper\.html$)/,
  lists: [lists, paperPage],
};

/** A `dt` with the title, and the `dd`s up to the next one: authors, then links. */
function readPair(dt: Element): Reading | undefined {
  const link = dt.querySelector(titleLink);
  const title = text(link);
  const at = address(link?.getAttribute('href'), base);
  const id = paperAt(link, base)?.id ?? (at && webId(at));
  if (!id || !title) return undefined;
  const details = detailsOf(dt);
  const { pdf, arxiv } = filesIn(details);
  return present({
    id,
    aliases: othersThan(id, [arxiv]),
    title,
    authors: authorsIn(details[0]),
    ...bibtexIn(details),
    links: anyPresent({ abstract: at, pdf }),
    seen: anyPresent({ list: text(dt.ownerDocument.querySelector('#header_title'))?.slice(0, 1000) }),
  });
}

/** Each name is a link that searches for it. */
function authorsIn(list: Element | undefined): string[] | undefined {
  const names = Array.from(list?.querySelectorAll('form a') ?? []).flatMap((name) => text(name) ?? []);
  return names.length > 0 ? names : undefined;
}
