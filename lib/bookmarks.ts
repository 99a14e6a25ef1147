/** The browser's bookmarks, of which some are papers. Read only when the user asks for it, and only then. */
import { browser } from 'wxt/browser';
import { type Bookmark, papersAmong } from './formats/bookmarks';
import { problemWords } from './formats/problem-words';
import { inWords } from './formats/problems';
import type { FileRead } from './formats/whole-paper';

/** What the browser asks for. */
const permission: { permissions: 'bookmarks'[] } = { permissions: ['bookmarks'] };

/** Asks the user’s browser; resolves to what was answered. Must be called right from a click. */
export function mayReadBookmarks(): Promise<boolean> {
  return browser.permissions.request(permission);
}

/** The bookmarks that are papers, each once; and the permission is given back. */
export async function bookmarkedPapers(): Promise<FileRead> {
  const bookmarks: Bookmark[] = [];
  const nodes = await browser.bookmarks.getTree();
  for (const { url, title, dateAdded, children = [] } of nodes) {
    // More are found while this goes on.
    for (const child of children) nodes.push(child);
    if (url) bookmarks.push({ url, title, addedAt: dateAdded });
  }
  await browser.permissions.remove(permission);
  // Of several of one paper, the first says when it was saved.
  bookmarks.sort((a, b) => (a.addedAt ?? 0) - (b.addedAt ?? 0));
  const { papers, warnings = [] } = papersAmong(bookmarks, Date.now());
  const words = problemWords();
  return { papers, unreadable: [], warnings: warnings.map((warning) => inWords(warning, words)) };
}
