/** Where a page speaks of papers: links that lead to them, identifiers in its words, COinS. */

import { identifiersIn } from '../identifiers/text';
import { type Identifier, identifierOf } from '../identity';
import { isLabel } from './anywhere-labels';
import { placeFilter } from './anywhere-parts';
import { cleaned } from './anywhere-words';
import type { Article } from './metadata-article';
import { coins, coinsArticle } from './metadata-coins';
import { text } from './read';

/** One of them. */
export interface Mention {
  /** The link, or the element in which the words stand. */
  element: Element;
  /** The words, if it is no link. */
  node?: Text;
  start?: number;
  end?: number;
  /** None for a PDF, which may be of a paper. */
  ids: Identifier[];
  pdf?: string;
  /** The text of a link that is more than a label. */
  title?: string | undefined;
  article?: Article;
}

/** Programs; what mails and drafts have in `pre` is none. */
const program = `script, style, pre code, .highlight pre, [class*="highlight-source"], [class*="language-"],
  [class*="CodeMirror"], .blob-code`;

interface Target {
  href: string;
  base: string;
  identifier: Identifier | undefined;
  pdf: string | undefined;
}

/** What a link leads to is read again only when its address has changed. */
const targets = new WeakMap<Element, Target>();

function targetOf(link: Element, base: string): Target {
  const href = link.getAttribute('href') ?? '';
  const known = targets.get(link);
  if (known?.href === href && known.base === base) return known;
  const target = { href, base, ...leadsTo(href.trim(), base) };
  targets.set(link, target);
  return target;
}

const nowhere = { identifier: undefined, pdf: undefined };

function leadsTo(href: string, base: string): Pick<Target, 'identifier' | 'pdf'> {
  const isWhole = /^https?:\/\//i.test(href);
  if (!href || href.startsWith('#') || href.length > 4000) return nowhere;
  if (!isWhole && (/^[a-z][a-z\d+.-]*:/i.test(href) || !URL.canParse(href, base))) return nowhere;
  const address = isWhole ? href : new URL(href, base).href;
  const identifier = identifierOf(unwrapped(address));
  // Scholar's clusters are of searches; they say too little of a paper.
  if (identifier && !/^(?:scholar|web):/.test(identifier.id)) return { identifier, pdf: undefined };
  if (!/\.pdf\b/i.test(address) || !URL.canParse(address)) return nowhere;
  const url = new URL(address);
  return /^https?:/.test(url.protocol) && /\.pdf$/i.test(url.pathname)
    ? { identifier: undefined, pdf: url.href }
    : nowhere;
}

/** Pages of Google lead elsewhere through an address of its own. */
function unwrapped(address: string): string {
  if (!/^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?/i.test(address)) return address;
  const { searchParams } = new URL(address);
  return searchParams.get('q') ?? searchParams.get('url') ?? address;
}

/** The paper that a link leads to. */
export function paperBehind(link: Element, base: string): Identifier | undefined {
  return targetOf(link, base).identifier;
}

/** Addresses without a host are those of the page, or of its `base`; a page that no window shows has none. */
export function baseOf(page: ParentNode, url = 'https://page.invalid/'): string {
  const document = page.ownerDocument ?? (page as Document);
  return document.defaultView ? document.baseURI : url;
}

/** All of them, in the order of the page. */
export function mentionsIn(page: ParentNode, base: string): Mention[] {
  const isIn = placeFilter();
  const links: Mention[] = [];
  for (const element of page.querySelectorAll(`a[href], ${coins}`)) {
    const mention = element.localName === 'span' ? coinsIn(element) : linkTo(element, base);
    if (mention && isIn(element.parentElement)) links.push(mention);
  }
  return inOrder(links, wordsIn(page, isIn));
}

function linkTo(element: Element, base: string): Mention | undefined {
  const { identifier, pdf } = targetOf(element, base);
  if (!identifier && !pdf) return undefined;
  const { title, isOther } = shownBy(element);
  if (identifier) return { element, ids: [identifier], title };
  return pdf && !isOther ? { element, ids: [], pdf, title } : undefined;
}

/** PDFs that go with a paper, or with its author. */
const others =
  /\b(?:slides?|talks?|posters?|supp\w*|appendi\w+|cv|c\.v\.|vita\w*|resum[eé]|syllabus|flyer|transcript|handout|letter|bib\w*)\b/i;

interface Shown {
  content: string;
  title: string | undefined;
  isOther: boolean;
}
const shown = new WeakMap<Element, Shown>();

/** The title that a link shows, if it is no label. A card that is one link has it in a heading. */
function shownBy(link: Element): Shown {
  const content = link.textContent ?? '';
  const known = shown.get(link);
  if (known?.content === content) return known;
  const heading = content.length > 60 ? link.querySelector('h1, h2, h3, h4, h5, h6, [class*="title" i]') : null;
  const title = cleaned(text(heading) ?? text(link) ?? link.querySelector('img[alt]')?.getAttribute('alt'));
  const isTitle = title && !isLabel(title) && /\p{L}{2}/u.test(title);
  const all = { content, title: isTitle ? title : undefined, isOther: content.length < 60 && others.test(content) };
  shown.set(link, all);
  return all;
}

const described = new WeakMap<Element, { context: string; article: Article | undefined }>();

function coinsIn(element: Element): Mention | undefined {
  const context = element.getAttribute('title') ?? '';
  let known = described.get(element);
  if (known?.context !== context) {
    known = { context, article: coinsArticle(context) };
    described.set(element, known);
  }
  const { article } = known;
  return article && article.ids.length > 0 ? { element, ids: article.ids, title: article.title, article } : undefined;
}

type Words = { start: number; end: number; identifier: Identifier }[];
const read = new WeakMap<Node, { data: string; found: Words }>();
const none: Words = [];

/** Cheap, and true of every text in which an identifier stands. */
const mayHold = /10\.\d{4}|arxiv|pmid|pmc|pubmed|:\/\/|\w\/\d{7}|\.[a-z]{2,18}\//i;

function wordsIn(page: ParentNode, isIn: (parent: Element | null) => boolean): Mention[] {
  const owner = page.nodeType === page.DOCUMENT_NODE ? (page as Document) : page.ownerDocument;
  const root = (page as Document).body ?? page;
  const walker = owner?.createTreeWalker(root, 4);
  const mentions: Mention[] = [];
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) {
    const parent = node.parentElement;
    const found = parent ? foundIn(node) : none;
    if (!parent || found.length === 0 || parent.closest(program) || !isIn(parent)) continue;
    const link = parent.closest('a[href]');
    if (link && targets.get(link)?.identifier) continue;
    for (const { identifier, start, end } of found)
      mentions.push({ element: link ?? parent, node: node as Text, start, end, ids: [identifier] });
  }
  return mentions;
}

function foundIn(node: Node): Words {
  const data = node.nodeValue ?? '';
  if (data.length < 8) return none;
  const known = read.get(node);
  if (known?.data === data) return known.found;
  const found = mayHold.test(data)
    ? identifiersIn(data).filter(({ identifier: { id } }) => !/^(?:scholar|web):/.test(id))
    : none;
  read.set(node, { data, found });
  return found;
}

function inOrder(links: Mention[], words: Mention[]): Mention[] {
  const all: Mention[] = [];
  let next = 0;
  for (const mention of words) {
    const at = mention.node ?? mention.element;
    for (let link = links[next]; link && isBefore(link.element, at); link = links[++next]) all.push(link);
    all.push(mention);
  }
  return [...all, ...links.slice(next)];
}

function isBefore(a: Node, b: Node): boolean {
  return Boolean(a.compareDocumentPosition(b) & 4);
}
