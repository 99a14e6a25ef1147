/** The Anthology's page of one paper. Unproven, as its lists are: see aclanthology.ts. */
import { addressOf, doiId, identifierOf } from '../identity';
import { isFrontMatter, namesIn } from './aclanthology-fields';
import { othersThan } from './linked-papers';
import { paperDescribedBy } from './metadata';
import { anyPresent, present, text } from './read';
import type { List, Reading } from './site';

/** Found by the heading; what is in the head tells it from a volume. */
export const paperPage: List = {
  name: 'the page of a paper',
  provenBy: 'unproven',
  example: 'https://aclanthology.org/N19-1423/',
  entry: '#main #title',
  read: readPage,
  anchor: (heading) => heading,
};

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const described = paperDescribedBy(page);
  const title = text(heading);
  const known = described ? [described.id, ...(described.aliases ?? [])] : [];
  const id = idOn(page) ?? known.find((name) => name.startsWith('acl:'));
  // Volumes and authors have such a heading too, and no paper in their head.
  if (!described || !id || isFrontMatter(id) || !title) return undefined;
  const doi = text(page.querySelector('dl a[href*="doi.org/"]'));
  return present({
    ...described,
    id,
    aliases: othersThan(id, [...known, doi ? doiId(doi) : undefined]),
    title,
    authors: namesIn(page.querySelector('#main .lead')) ?? described.authors,
    abstract: text(page.querySelector('.acl-abstract'))?.replace(/^Abstract\s*/, '') || undefined,
    links: anyPresent({ ...described.links, abstract: described.links?.abstract ?? addressOf(id) }),
  });
}

/** `Anthology ID: 2024.acl-long.1`. */
function idOn(page: Document) {
  const term = Array.from(page.querySelectorAll('#main dl > dt')).find((term) => text(term) === 'Anthology ID:');
  const id = identifierOf(text(term?.nextElementSibling) ?? '')?.id;
  return id?.startsWith('acl:') ? id : undefined;
}
