/** The browser's bookmarks, of which some are papers. Read only when the user asks for it, and only then. */
import { browser } from 'wxt/browser';
import type { FileRead, WholePaper } from './formats/whole-paper';
import { paperIdOf } from './identity';
import type { PaperId } from './paper';

/** What the browser asks for. */
const permission: { permissions: 'bookmarks'[] } = { permissions: ['bookmarks'] };

/** Asks the user’s browser; resolves to what was answered. Must be called right from a click. */
export function mayReadBookmarks(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/** The bookmarks that are papers, each once; and the permission is given back. */
export async function bookmarkedPapers(): Promise<FileRead> {
  const papers = new Map<PaperId, WholePaper>();
  const nodes = await browser.bookmarks.getTree();
  for (const { url, title, dateAdded = Date.now(), children = [] } of nodes) {
    // More are found while this goes on.
    nodes.push(...children);
    const id = url && paperIdOf(url);
    if (!url || !id) continue;
    const savedAt = Math.min(dateAdded, papers.get(id)?.savedAt ?? dateAdded);
    const paper = papers.get(id)?.paper ?? { id, title: titleOf(title) || url.slice(0, 4000), links: linksOf(url) };
    papers.set(id, { paper, ids: [id], savedAt });
  }
  await browser.permissions.remove(permission);
  return { papers: [...papers.values()], unreadable: [] };
}

const sites =
  'arXiv(?:\\.org)?|OpenReview|PubMed|Semantic Scholar|ACL Anthology|Hugging Face|ScienceDirect|Nature|SpringerLink|IEEE [^|–—-]*|alphaXiv|PMC|bioRxiv|medRxiv';
const before = /^(?:\[[^\]]{4,30}\]|Paper page -)\s+/i;
const after = new RegExp(`\\s+[|–—-]\\s+(?:${sites})$`, 'i');

/** Without what sites put around the title of a paper. */
function titleOf(name: string): string {
  return name.replace(before, '').replace(after, '').trim().slice(0, 4000);
}

function linksOf(url: string) {
  return /^https?:/.test(url) && url.length <= 4000 ? { abstract: url } : {};
}
