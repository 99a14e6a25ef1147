/**
 * CVF's page of one paper. Unproven: no saved page was at hand; its ids (`papertitle`, `authors`, `abstract`) are the
 * same in all that others wrote about it between 2018 and 2026, and `citation_*` says the rest.
 */
import { addressOf, paperIdOf } from '../identity';
import { bibtexIn, filesIn } from './cvf-fields';
import { isSameTitle } from './described-page';
import { othersThan } from './linked-papers';
import { paperDescribedBy } from './metadata';
import { anyPresent, present, text } from './read';
import type { List, Reading } from './site';

/** Found by the id of its heading. */
export const paperPage: List = {
  name: 'the page of a paper',
  provenBy: 'unproven',
  example: 'https://openaccess.thecvf.com/content_cvpr_2016/html/He_Deep_Residual_Learning_CVPR_2016_paper.html',
  entry: '#papertitle',
  read: readPage,
  anchor: (heading) => heading,
};

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const described = paperDescribedBy(page);
  const parts = [page.querySelector('#content') ?? page.body];
  const { pdf, arxiv } = filesIn(parts);
  const known = [...(described ? [described.id, ...(described.aliases ?? [])] : []), pdf ? paperIdOf(pdf) : undefined];
  const id = known.find((name) => name?.startsWith('cvf:')) ?? described?.id;
  const title = titleIn(heading, described?.title);
  if (!id || !title) return undefined;
  const byline = page.querySelector('#authors');
  return present({
    ...described,
    id,
    aliases: othersThan(id, [...known, arxiv]),
    title,
    authors: authorsIn(byline, described?.authors) ?? described?.authors,
    abstract: text(page.querySelector('#abstract')) ?? described?.abstract,
    journalRef: /; (.+)$/.exec(text(byline) ?? '')?.[1],
    ...bibtexIn(parts),
    links: anyPresent({ ...described?.links, ...present({ abstract: addressOf(id), pdf }) }),
  });
}

/** A heading that is not closed holds all that follows: then the head says the title. */
function titleIn(heading: Element, inHead: string | undefined): string | undefined {
  const title = text(heading);
  return inHead && !isSameTitle(title, inHead) ? inHead : title;
}

/** The page writes names as people do, the head family name first. A comma may be part of one: the head has the count. */
function authorsIn(byline: Element | null, inHead: string[] | undefined): string[] | undefined {
  const names = text(byline?.querySelector('i'))?.split(', ') ?? [];
  return names.length > 0 && (!inHead || inHead.length === names.length) ? names : undefined;
}
