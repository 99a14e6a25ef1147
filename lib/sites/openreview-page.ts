/** OpenReview's page of one paper, with its reviews. */
import { identifierOf } from '../identity';
import type { PaperId } from '../paper';
import { describedUnder } from './described-page';
import { othersThan } from './linked-papers';
import { abstractIn, authorsIn, base, datesIn, forumAt, namedElsewhere } from './openreview-fields';
import { address, anyPresent, present, text } from './read';
import type { List, Reading } from './site';

const heading = 'h2.citation_title';

export const forum: List = {
  name: 'the page of a paper',
  provenBy: 'the site’s templates',
  example: 'https://openreview.net/forum?id=rJXMpikCZ',
  entry: `.forum-note ${heading}, .forum-container > .note ${heading}`,
  read: readForum,
  anchor: (title) => title.closest('.forum-title, .title_pdf_row') ?? title,
};

const pdfLink = 'a.citation_pdf_url, a[title="Download PDF"]';

function readForum(title: Element): Reading | undefined {
  const note = title.closest('.forum-note, .note');
  const described = describedUnder(title);
  const known = described ? [described.id, ...(described.aliases ?? [])] : [];
  const id = shownOn(note) ?? known.find((name) => name.startsWith('openreview:')) ?? addressed(title);
  const shown = text(title);
  if (!note || !id || !shown) return undefined;
  const links = note.querySelectorAll(`${pdfLink}, a[title="Open Website"]`);
  // The head names the last author only.
  const { authors: _, ...facts } = described ?? {};
  return present({
    ...facts,
    id,
    aliases: othersThan(id, [...known, ...(namedElsewhere(id, links) ?? [])]),
    title: shown,
    ...authorsIn(note.querySelector('.forum-authors h3, h3.signatures')),
    abstract: abstractIn(note) ?? described?.abstract,
    venue: venueIn(note),
    ...datesIn(text(note.querySelector('.date.item'))),
    links: anyPresent({
      abstract: `${base}/forum?id=${id.slice('openreview:'.length)}`,
      pdf: address(note.querySelector(pdfLink)?.getAttribute('href'), base),
    }),
  });
}

/** The paper's own PDF, versions and attachments. What is in its fields may be of others. */
function shownOn(note: Element | null): PaperId | undefined {
  const links = note?.querySelectorAll(`${pdfLink}, a[href^="/revisions?id="], a.attachment-download-link`) ?? [];
  return Array.from(links, forumAt).find(Boolean);
}

/** Some papers have neither PDF nor versions to link to: then only the page's address names them. */
function addressed(title: Element): PaperId | undefined {
  const id = identifierOf(title.baseURI)?.id;
  return id?.startsWith('openreview:') ? id : undefined;
}

/** After the date: where it was published, or what it was submitted to. */
function venueIn(note: Element): string | undefined {
  return text(note.querySelector('.date.item')?.nextElementSibling)?.slice(0, 1000);
}
