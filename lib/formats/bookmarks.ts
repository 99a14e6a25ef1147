/** Bookmarks: those that are papers. The file is what all browsers export: https://learn.microsoft.com/previous-versions/aa753582 */
import { identifierOf, identifierShown } from '../identity';
import { withoutEntities } from './html-text';
import { LineCounter } from './lines';
import type { Read } from './problems';
import { type Found, Gathered } from './reference-paper';

export interface Bookmark {
  url: string;
  title: string;
  /** Milliseconds since 1970. */
  addedAt?: number | undefined;
  tags?: string[] | undefined;
  line?: number | undefined;
}

const link = /<A\s([^<>]{1,10000})>([^<]{0,5000})/gi;

/** Whether a text is a file of bookmarks. */
export function isBookmarks(text: string): boolean {
  return (
    /<!DOCTYPE NETSCAPE-Bookmark-file/i.test(text.slice(0, 2000)) ||
    /<A\s[^<>]{0,2000}HREF\s*=/i.test(text.slice(0, 100_000))
  );
}

/** The papers of such a file. */
export function readBookmarks(text: string, now: number): Read {
  const lines = new LineCounter(text);
  const bookmarks: Bookmark[] = [];
  for (const match of text.matchAll(link)) {
    const [, attributes = '', title = ''] = match;
    const url = attribute(attributes, 'HREF');
    if (!url) continue;
    const added = Number(attribute(attributes, 'ADD_DATE'));
    bookmarks.push({
      url,
      title: withoutEntities(title).trim(),
      addedAt: added > 0 ? added * 1000 : undefined,
      tags: attribute(attributes, 'TAGS')?.split(','),
      line: lines.at(match.index),
    });
  }
  return papersAmong(bookmarks, now);
}

/** The papers among bookmarks, also those that the browser itself gives. What is no paper is only counted. */
export function papersAmong(bookmarks: Iterable<Bookmark>, now: number): Read {
  const gathered = new Gathered(now);
  let others = 0;
  for (const bookmark of bookmarks) {
    const found = paperAt(bookmark);
    if (found) gathered.add(found);
    else others++;
  }
  const { papers, problems } = gathered;
  return { papers, problems, ...(others > 0 && { warnings: [{ problem: 'notPapers', values: [String(others)] }] }) };
}

function paperAt({ url, title, addedAt, tags, line }: Bookmark): Found | undefined {
  const identifier = /^https?:/i.test(url) ? identifierOf(url) : undefined;
  if (!identifier) return undefined;
  return {
    line,
    title: titleOfPage(title) || identifierShown(identifier.id),
    ids: [identifier.id],
    version: identifier.version,
    url,
    tags: tags ?? [],
    ...(addedAt !== undefined && addedAt < 8.64e15 && { savedAt: addedAt }),
  };
}

/** What sites put before and behind the title of a paper in the title of its page. */
function titleOfPage(title: string): string {
  const bare = title.replace(/\s+/g, ' ').trim();
  if (/^https?:\/\//i.test(bare)) return '';
  return bare
    .replace(/^\[[a-z-]*\/?\d[\d.]+(?:v\d+)?\]\s*/i, '')
    .replace(
      /\s*[|–—-]\s*(?:arXiv(?:\.org)?|OpenReview|Semantic Scholar|PubMed|PMC|bioRxiv|medRxiv|Nature|Science|ACL Anthology|alphaXiv|SpringerLink|ScienceDirect|IEEE.{0,60}|Proceedings.{0,120}|Hugging Face)$/i,
      '',
    )
    .replace(/^Paper page\s*[-–—]\s*/i, '');
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)'|([^\\s"'<>]+))`, 'i').exec(attributes);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return value === undefined ? undefined : withoutEntities(value).trim() || undefined;
}
