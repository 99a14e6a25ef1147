/** The page of one NeurIPS paper. Unproven, as the lists are: see neurips.ts. */
import { addressOf } from '../identity';
import type { PaperId } from '../paper';
import { describedHeadings, describedUnder } from './described-page';
import { present, text } from './read';
import type { List, Reading } from './site';

/** All hosts serve the same pages; a paper's links are the same wherever it was seen. */
export const base = 'https://papers.nips.cc';

export const paperPage: List = {
  name: 'the page of a paper',
  provenBy: 'unproven',
  example: 'https://papers.nips.cc/paper_files/paper/2017/hash/3f5ee243547dee91fbd053c1c4a845aa-Abstract.html',
  entry: (page) => describedHeadings(page, 'h1, h2, h3, h4'),
  read: readPage,
  anchor: (heading) => heading,
};

function readPage(heading: Element): Reading | undefined {
  const page = heading.ownerDocument;
  const described = describedUnder(heading);
  const title = text(heading);
  if (!described || !title) return undefined;
  const id = [described.id, ...(described.aliases ?? [])].find((id) => id.startsWith('neurips:'));
  if (!id) return undefined;
  const others = [described.id, ...(described.aliases ?? [])].filter((other) => other !== id);
  return present({
    ...described,
    id,
    aliases: others.length > 0 ? others : undefined,
    title,
    // The head has surnames first.
    authors:
      namesIn(page.querySelector('.paper-authors')) ?? namesIn(partCalled('Authors', page)[0]) ?? described.authors,
    abstract:
      described.abstract ??
      (partCalled('Abstract', page)
        .flatMap((part) => text(part) ?? [])
        .join(' ') ||
        undefined),
    published: described.published ?? yearOf(id),
    venue: proceedingsOn(page) ?? described.venue,
    links: present({ ...described.links, abstract: described.links?.abstract ?? addressOf(id) }),
  });
}

/** What follows a heading of that name, up to the next one. Headings were written into paragraphs, which they end. */
function partCalled(name: string, page: Document): Element[] {
  const heading = Array.from(page.querySelectorAll('h2, h3, h4, h5')).find((heading) => text(heading) === name);
  const parts: Element[] = [];
  for (let next = heading?.nextElementSibling; next && !/^h\d$/.test(next.localName); next = next.nextElementSibling) {
    if (text(next)) parts.push(next);
  }
  return parts;
}

/** `Part of Advances in Neural Information Processing Systems 30 (NIPS 2017)` */
function proceedingsOn(page: Document): string | undefined {
  const lines = Array.from(page.querySelectorAll('p'), (line) => text(line) ?? '');
  return /^Part of (.+?\((?:NeurIPS|NIPS) \d{4}\))/.exec(lines.find((line) => line.startsWith('Part of ')) ?? '')?.[1];
}

/** `Ada Quill, Bram Oosterhout`; suffixes belong to the name before them. */
export function namesIn(line: Element | null | undefined): string[] | undefined {
  const written = text(line)?.replace(/,? and (?=\S+ \S)/g, ', ');
  if (!written || /\bet al\b|…|\.\.\.$/.test(written)) return undefined;
  return written.split(/\s*,\s*(?!(?:Jr|Sr|II|III|IV)\b)/).filter(Boolean);
}

/** The year of the conference, which the paper's address begins with. */
export function yearOf(id: PaperId): string | undefined {
  return /^neurips:(\d{4})\//.exec(id)?.[1];
}
