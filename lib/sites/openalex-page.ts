/** OpenAlex's page of one work, and the drawer that shows one beside a list. Unproven: see openalex.ts. */
import type { Paper } from '../paper';
import { othersThan, paperAt } from './linked-papers';
import { base, linkedIds, pdfIn } from './openalex-fields';
import { count, day, present, text } from './read';
import type { List, Reading } from './site';

export const workPage: List = {
  name: 'the page of a work',
  provenBy: 'unproven',
  example: 'https://openalex.org/works/w2741809807',
  entry: headersOn,
  read: readHeader,
  anchor: (header) => header.firstElementChild,
};

const apiLink = 'a[href*="api.openalex.org/w" i]';

/**
 * Nothing names the header, nor the title in it. But it links to the same work in the API, and the title is its
 * first part.
 */
function headersOn(page: ParentNode): Element[] {
  const links = Array.from(page.querySelectorAll(apiLink)).filter((link) => paperAt(link, base));
  return [...new Set(links.flatMap((link) => headerAround(link) ?? []))];
}

function headerAround(link: Element): Element | undefined {
  for (let part = link.parentElement; part && part.localName !== 'body'; part = part.parentElement) {
    const first = part.firstElementChild;
    const isTitle = first && /^(?:h\d|div)$/.test(first.localName) && !first.querySelector('a, button');
    if (isTitle && !first.contains(link) && text(first)) return part;
  }
  return undefined;
}

function readHeader(header: Element): Reading | undefined {
  const paper = paperAt(header.querySelector(apiLink), base);
  const title = text(header.firstElementChild);
  if (!paper || !title) return undefined;
  const pdf = pdfIn(header);
  return present({
    ...paper,
    aliases: othersThan(paper.id, linkedIds(header)),
    title,
    ...factsBelow(header),
    links: present({ abstract: `${base}/works/${paper.id.slice('openalex:'.length)}`, pdf }),
  });
}

/** `Year: 2026`, `Source: Journal of Margins`, `Authors: …`: each on a line that begins with its name. */
function factsBelow(header: Element): Partial<Paper> {
  const labels = Array.from(header.parentElement?.querySelectorAll('span, b, strong, dt') ?? []);
  const lineOf = (name: RegExp) => labels.find((label) => name.test(text(label) ?? ''))?.parentElement ?? undefined;
  const after = (name: RegExp) => text(lineOf(name))?.replace(/^[^:]*:\s*/, '');
  const year = after(/^(?:Publication )?Year:$/i);
  const abstract = after(/^Abstract:$/i);
  return present({
    ...authorsOn(lineOf(/^Authors?:$/i)),
    venue: after(/^(?:Source|Journal):$/i),
    published: day(after(/^(?:Publication )?Date:$/i)) ?? (/^\d{4}$/.test(year ?? '') ? year : undefined),
    // What is cut ends in `...more`.
    abstract: abstract && !/(?:\.\.\.|…) ?more$/.test(abstract) ? abstract.replace(/ ?\(less\)$/, '') : undefined,
  });
}

function authorsOn(line: Element | undefined): Pick<Paper, 'authors' | 'authorCount'> {
  const links = Array.from(line?.querySelectorAll('a[href*="/authors/"], a[href^="/a" i]') ?? []);
  const names = links.flatMap((link) => text(link)?.replace(/,$/, '') ?? []);
  if (names.length === 0) return {};
  const rest = /\+\s?(\S+) more/.exec(line?.textContent ?? '')?.[1];
  if (!rest) return { authors: names };
  const hidden = count(rest);
  return hidden === undefined ? {} : { authorCount: names.length + hidden };
}
