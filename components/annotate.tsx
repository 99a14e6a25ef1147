import { followSavedOnPage } from '../lib/badge';
import { onChange } from '../lib/library/changes';
import { client } from '../lib/library/client';
import { Leftovers } from '../lib/page/leftovers';
import { mounter } from '../lib/page/mount';
import { SavedPapers } from '../lib/page/saved-papers';
import { shieldKeys } from '../lib/page/shield';
import { PageTheme } from '../lib/page/theme';
import { type Entry, watchEntries } from '../lib/page/watch';
import type { Site } from '../lib/sites/site';
import { EntryControls } from './EntryControls';

/** How controls come onto one page. */
export interface Annotator {
  /** Puts controls on the entries of `site`, now and whenever the page changes; `scanned` hears how many there are. */
  annotate(site: Site, scanned?: (entries: number, isComplete: boolean) => void): void;
  /** The page's light or dark. */
  theme: PageTheme;
}

/** Connects a page with the library, until `signal` ends it. `css` is the style of the controls. */
export function annotator(page: Document, css: string, signal: AbortSignal): Annotator {
  const leftovers = new Leftovers(page);
  const savedPapers = new SavedPapers(client);
  const theme = new PageTheme();
  const mount = mounter(css, signal);

  const show = async (entries: Entry[]) => {
    for (const { paper, signal } of entries) signal.addEventListener('abort', () => savedPapers.drop(paper.id));
    const known = savedPapers.add(entries.map(({ paper }) => paper));
    // Without an answer the controls still come: they say what is wrong to whoever uses them.
    await known.catch((error) => console.warn('Papergloss could not read the library.', error));
    theme.follow(entries[0]?.anchor);
    for (const entry of entries) {
      const { paper } = entry;
      mount(entry, <EntryControls {...{ paper, savedPapers, theme }} library={client} />);
      leftovers.adopt(paper, client).catch((error) => console.error('Papergloss could not save a note.', error));
    }
  };

  shieldKeys(window, signal);
  theme.watch(page, signal);
  onChange((ids) => savedPapers.refresh(ids), signal);
  // A page that comes back from the back/forward cache heard nothing meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => persisted && savedPapers.refresh(), { signal });
  followSavedOnPage(savedPapers);

  return { theme, annotate: (site, scanned) => watchEntries(page, site, show, signal, scanned) };
}
