/** Any page: papers are found by their identifiers, in links and in words, and by what a page says of itself. */
import { addressOf, type Identifier, rankOf, webId } from '../identity';
import { aboutOn, describedPage } from './anywhere-described';
import { baseOf, type Mention, mentionsIn, paperBehind } from './anywhere-mentions';
import { placeFilter } from './anywhere-parts';
import type { Spot } from './anywhere-spot';
import { spotsOf } from './anywhere-spots';
import { titleOf } from './anywhere-titles';
import { address, anyPresent, present, text } from './read';
import type { List, Reading, Site } from './site';

/** A site for the page at `url`, named like its host, unless it is another site's page. */
export function anywhereOn(url: string, name: string = new URL(url).hostname.replace(/^www\./, '')): Site {
  let spots: Map<Element, Spot> | undefined;
  let list: string | undefined;

  /** The first list looks; the others take of what it has found, because they are asked right after it. */
  const spotsOn = (page: ParentNode, isFirst: boolean): Map<Element, Spot> => {
    if (isFirst || !spots) {
      spots = new Map(find(page, url).map((spot) => [spot.element, spot]));
      list = spots.size > 0 ? headingOf(page) : undefined;
    }
    return spots;
  };
  const placed = (controls: Spot['controls'], about: string): List => ({
    name: about,
    provenBy: 'a real page',
    example: 'https://github.com/topics/awesome-list',
    entry: (page) =>
      Array.from(spotsOn(page, controls === 'inside').values())
        .filter((spot) => spot.controls === controls)
        .map(({ element }) => element),
    read: (element) => {
      const spot = spots?.get(element);
      return spot && readingOf(spot, url, list);
    },
    anchor: (element) => spots?.get(element)?.anchor ?? null,
    ...(controls === 'below' ? {} : { controls }),
  });

  const lists = [
    placed('inside', 'items of a list, rows of a table'),
    placed('below', 'cards with a heading'),
    placed('inline', 'running text'),
    describedPage(url),
  ];
  return { name, matches: [], hydrates: true, expected: /$^/, lists };
}

/** What the page itself is about has its entry at the heading. */
function find(page: ParentNode, url: string): Spot[] {
  const about = aboutOn(page, url);
  const mentions = mentionsIn(page, baseOf(page, url));
  return spotsOf(about ? mentions.filter(({ ids }) => !ids.some(({ id }) => about.names.includes(id))) : mentions);
}

function readingOf(spot: Spot, url: string, list: string | undefined): Reading | undefined {
  const { ids, mentions } = spot;
  const pdf = mentions.find((mention) => mention.pdf)?.pdf;
  const names: Pick<Identifier, 'id' | 'version'>[] = ids.toSorted((a, b) => rankOf(a.id) - rankOf(b.id));
  const id = names[0]?.id ?? (pdf && webId(pdf));
  if (!id) return undefined;
  const aliases = names.slice(1, 21).map((name) => name.id);
  const { authors, published, venue } = mentions.find(({ article }) => article)?.article ?? {};
  return present({
    id,
    aliases: aliases.length > 0 ? aliases : undefined,
    version: names[0]?.version,
    title: titleOf(spot),
    authors,
    published,
    venue,
    links: anyPresent({
      abstract: pageOf(mentions, url) ?? (ids.length > 0 ? addressOf(id) : undefined),
      pdf: pdfOf(mentions, url) ?? pdf,
    }),
    seen: anyPresent({ list }),
  });
}

const isPdf = (href: string) => /\.pdf(?:[?#]|$)|\/e?pdf\/|\/pdf\?/i.test(href);

function linksOf(mentions: Mention[], url: string): string[] {
  const own = mentions.filter(({ element, node, ids }) => element.localName === 'a' && !node && ids.length > 0);
  return own.flatMap(({ element }) => address(element.getAttribute('href')?.trim(), new URL(url).origin) ?? []);
}

function pageOf(mentions: Mention[], url: string): string | undefined {
  return linksOf(mentions, url).find((href) => !isPdf(href));
}

function pdfOf(mentions: Mention[], url: string): string | undefined {
  return linksOf(mentions, url).find(isPdf);
}

function headingOf(page: ParentNode): string | undefined {
  const heading = page.querySelector('main h1, article h1') ?? page.querySelector('h1') ?? page.querySelector('title');
  return text(heading)?.slice(0, 1000);
}

/** Papers that make a page a list of papers. */
const several = 5;

/** Whether the links in the main part of a page lead to several papers. */
export function isFullOfPapers(page: Document): boolean {
  const isIn = placeFilter('aside, [role="complementary"]');
  const base = baseOf(page);
  const papers = new Set<string>();
  for (const link of page.querySelectorAll('a[href]')) {
    const paper = paperBehind(link, base);
    if (paper && isIn(link.parentElement)) papers.add(paper.id);
    if (papers.size >= several) return true;
  }
  return false;
}
