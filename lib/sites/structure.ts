/**
 * What a user may send when a site has changed: how the page is built, and nothing of what it says. No text, no
 * title, no name, no query; of links the host and the form of the path.
 */
import { identifierOf } from '../identity';
import { baseOf, mentionsIn } from './anywhere-mentions';
import { spotsOf } from './anywhere-spots';
import { schemeOf } from './metadata-article';

const maxLength = 10_000;
const maxBlocks = 3;
const maxDepth = 10;
const maxChildren = 25;

/** The elements around the first papers of a page, and the way to them. */
export function structureOf(page: Document): string {
  const base = baseOf(page);
  const spots = spotsOf(mentionsIn(page, base)).map(({ element }) => element);
  const blocks = [...new Set(spots.slice(0, maxBlocks).map((spot) => itemOf(spot, spots.slice(0, maxBlocks + 1))))];
  const around = commonAncestor(blocks) ?? page.body ?? page.documentElement;
  const host = URL.canParse(page.URL) ? new URL(page.URL).host : '';
  const lines = [`page ${host}${formOf(page.URL, page.URL)}`, `way ${wayTo(around).join(' > ')}`];
  for (const block of blocks) {
    const between = wayTo(block).slice(wayTo(around).length, -1);
    lines.push(`block ${between.join(' > ')}`.trim(), ...linesOf(block, base, 1));
  }
  if (blocks.length === 0) lines.push(...linesOf(around, base, 1));
  let text = '';
  for (const line of lines) if (text.length + line.length < maxLength) text += `${line}\n`;
  return text;
}

/** As much around a paper as has none of the others. */
function itemOf(spot: Element, spots: Element[]): Element {
  let item = spot;
  const isOwn = (around: Element) => spots.every((other) => other === spot || !around.contains(other));
  for (let level = 0; level < 6 && item.parentElement && isOwn(item.parentElement); level++) item = item.parentElement;
  return item;
}

function commonAncestor([first, ...others]: Element[]): Element | null | undefined {
  let common = first?.parentElement;
  while (common && !others.every((other) => common?.contains(other))) common = common.parentElement;
  return common;
}

function wayTo(element: Element): string[] {
  const way: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) way.unshift(named(at));
  return way;
}

function linesOf(element: Element, base: string, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const href = element.localName === 'a' ? element.getAttribute('href') : null;
  const link = href === null ? '' : ` -> ${formOf(href, base)}`;
  const words = Array.from(element.childNodes, (node) =>
    node.nodeType === 3 ? (node.nodeValue ?? '').trim().length : 0,
  );
  const length = words.reduce((sum, count) => sum + count, 0);
  const own = `${indent}${named(element)}${attributesOf(element)}${link}${length > 0 ? ` "${length}"` : ''}`;
  if (depth >= maxDepth || /^(?:script|style|svg|math)$/.test(element.localName)) return [own];
  const children = Array.from(element.children).filter(({ localName }) => !localName.startsWith('papergloss-'));
  const inside = children.slice(0, maxChildren).flatMap((child) => linesOf(child, base, depth + 1));
  const more = children.length > maxChildren ? [`${indent}  … ${children.length - maxChildren} more`] : [];
  return [own, ...inside, ...more];
}

/** `li.paper.row-0`: numbers in names are of one paper, or of one build. */
function named(element: Element): string {
  const classes = Array.from(element.classList).slice(0, 12).filter(isName);
  return [element.localName, ...classes.map(withoutNumbers)].join('.');
}

/** What authors of pages name things by. */
function isName(value: string): boolean {
  return /^[a-z_-][\w:/[\].!%@-]{0,60}$/i.test(value);
}

function withoutNumbers(value: string): string {
  return value.replace(/\d+/g, '0');
}

/** All by their names; the values of those that say what an element is for. */
function attributesOf(element: Element): string {
  const parts = Array.from(element.attributes)
    .slice(0, 30)
    .filter(({ name }) => name !== 'class' && isName(name))
    .map(({ name, value }) => {
      const isTelling = /^(?:role|type|itemprop|rel|data-test.*)$/.test(name) && isName(value);
      return isTelling ? `${name}=${withoutNumbers(value)}` : withoutNumbers(name);
    });
  return parts.length > 0 ? ` [${parts.join(' ')}]` : '';
}

/** Parts of paths that are words of the site. All others may be of a title, or somebody's name. */
const words = new Set(
  `abs abstract anthology arxiv article articles author authors bib bibtex chapter citation citations collection
  conference conf content contents content_0 data db document doi download early epdf events file forum full group
  hash html issue journal journals list literature most-recent paper paper_files papers pdf people pid pii proceedings
  profile publication pubmed rec record records research science search submissions toc user users venue venues view
  volume volumes works`.match(/\S+/g),
);

/** `https://host/abs/<arxiv>`, `/paper/a-a-a/<s0>`: letters and digits that are no word of the site become `a` and `0`. */
function formOf(href: string, base: string): string {
  if (!URL.canParse(href, base)) return '(no address)';
  const url = new URL(href, base);
  if (!/^https?:$/.test(url.protocol)) return url.protocol;
  const identifier = identifierOf(url.href);
  const isOwn = url.host === new URL(base).host;
  // Other hosts may be somebody's own.
  const host = isOwn ? '' : identifier ? url.host : '(elsewhere)';
  const path = url.pathname.split('/').slice(1, 9).map(formOfPart).join('/');
  const query = url.search ? '?' : '';
  return `${host}/${path}${query}${identifier ? ` <${schemeOf(identifier)}>` : ''}`;
}

function formOfPart(part: string): string {
  const name = withoutNumbers(part.toLowerCase());
  if (words.has(name)) return name;
  return part
    .slice(0, 60)
    .replace(/%[\da-f]{2}|\p{L}+/giu, 'a')
    .replace(/\d+/g, '0')
    .replace(/[a0]{2,}/g, 'a0');
}
