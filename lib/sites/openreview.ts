/** OpenReview: papers of a venue, search results, publications of a person, and the page of a paper. */
import { abstractIn, authorsIn, base, datesIn, forumAt, namedElsewhere } from './openreview-fields';
import { forum } from './openreview-page';
import { address, anyPresent, oneLine, present, text } from './read';
import type { List, Reading, Site } from './site';

const titleLink = 'h4 a[href*="/forum"]';

/** All lists are made of notes. Replies are notes too, and so are invitations, which have no forum. */
const notes: List = {
  name: 'papers of a venue, search results, publications of a person',
  provenBy: 'the site’s templates',
  example: 'https://openreview.net/group?id=ICLR.cc/2018/Conference',
  entry: `.note:has(${titleLink})`,
  read: readNote,
  anchor: (note) => note.querySelector('h4'),
};

export const openreview: Site = {
  name: 'OpenReview',
  matches: [`${base}/*`],
  hydrates: true,
  expected: /^\/(?:group\?|submissions\?|search\?|profile\?|forum[/?])/,
  lists: [notes, forum],
};

const pdfLink = 'a.pdf-link, a.attachment-download-link[title="Download PDF"]';

function readNote(note: Element): Reading | undefined {
  const link = note.querySelector(titleLink);
  const pdf = note.querySelector(pdfLink);
  // Some venues name a paper by its title in the address: `/forum/quill|margins_matter`.
  const id = forumAt(link) ?? (isNamedByTitle(link) ? forumAt(pdf) : undefined);
  const title = text(link);
  if (!id || !title) return undefined;
  const [date, venue] = note.querySelectorAll('.note-meta-info > li');
  return present({
    id,
    aliases: namedElsewhere(id, note.querySelectorAll(`${pdfLink}, a.html-link`)),
    title,
    ...authorsIn(note.querySelector('.note-authors')),
    abstract: abstractIn(note),
    venue: text(venue ?? note.querySelector('.note-venue'))?.slice(0, 1000),
    ...datesIn(text(date)),
    links: anyPresent({
      abstract: `${base}/forum?id=${id.slice('openreview:'.length)}`,
      pdf: address(pdf?.getAttribute('href'), base),
    }),
    seen: anyPresent({ list: headingOf(note.ownerDocument), section: tabOf(note) }),
  });
}

function isNamedByTitle(link: Element | null): boolean {
  const path = link?.getAttribute('href') ?? '';
  return /^\/forum\/./.test(path) && !path.includes('noteId=');
}

function headingOf(page: Document): string | undefined {
  // Cheaper than a selector, where there is none: lists have hundreds of entries.
  const [heading] = page.getElementsByTagName('h1');
  return (text(heading) ?? oneLine(page.title.replace(/ \| OpenReview$/, '')))?.slice(0, 1000);
}

/** Venues show what was accepted, and how, in tabs. */
function tabOf(note: Element): string | undefined {
  const panel = note.closest('[role="tabpanel"]');
  const [tabs] = panel?.parentElement?.parentElement?.getElementsByClassName('nav-tabs') ?? [];
  const links = Array.from(tabs?.getElementsByTagName('a') ?? []);
  return text(links.find((tab) => tab.getAttribute('href') === `#${panel?.id}`));
}
