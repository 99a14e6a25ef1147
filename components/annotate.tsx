import { followSavedOnPage } from '../lib/badge';
import { onChange } from '../lib/library/changes';
import { client } from '../lib/library/client';
import { InZotero } from '../lib/page/in-zotero';
import { Leftovers } from '../lib/page/leftovers';
import { mounter } from '../lib/page/mount';
import { NearPapers } from '../lib/page/near-papers';
import { OnScreen } from '../lib/page/on-screen';
import { RowCommands } from '../lib/page/row-commands';
import { addRowStyle, Rows } from '../lib/page/rows';
import { RuleMatches } from '../lib/page/rules';
import { SavedPapers } from '../lib/page/saved-papers';
import { shieldKeys } from '../lib/page/shield';
import { PageTheme } from '../lib/page/theme';
import { Triage } from '../lib/page/triage';
import { undoable } from '../lib/page/undo';
import { type Entry, watchEntries } from '../lib/page/watch';
import { LiveSettings } from '../lib/settings';
import type { Site } from '../lib/sites/site';
import { EntryControls } from './EntryControls';
import { highlightingOn } from './highlighting';
import { RowHighlights } from './RowHighlights';
import { triageOn } from './triage';

/** How controls come onto one page. */
export interface Annotator {
  /** Puts controls on the entries of `site`, now and whenever the page changes; `scanned` hears how many there are. */
  annotate(site: Site, scanned?: (entries: number, isComplete: boolean) => void): void;
  /** The page's light or dark. */
  theme: PageTheme;
}

/** Connects a page with the library, until `signal` ends it. `css` is the style of the controls. */
export function annotator(page: Document, site: Site | undefined, css: string, signal: AbortSignal): Annotator {
  const leftovers = new Leftovers(page);
  const listAddress = () => page.location.href.replace(/#.*/, '');
  const settings = new LiveSettings(signal);
  const savedPapers = new SavedPapers(client);
  const triage = new Triage(client, settings, listAddress);
  const rules = new RuleMatches(settings, signal);
  const inZotero = new InZotero(settings);
  const nearPapers = new NearPapers(client);
  const rows = new Rows();
  const commands = new RowCommands();
  const theme = new PageTheme();
  const mount = mounter(css, signal);
  const { library, undoStack } = undoable(client, savedPapers);
  const siteName = site?.name ?? page.location.hostname;
  const known = { savedPapers, triage, rules, settings };
  const list = { rows, library, undoStack, commands, theme, siteName, css, signal, ...known };
  const onScreen = new OnScreen(client, settings, listAddress, page, signal);

  const warn = (error: unknown) => console.warn('Papergloss could not read the library.', error);

  const show = async (entries: Entry[]) => {
    const papers = entries.map(({ paper }) => paper);
    for (const { paper, signal } of entries) {
      signal.addEventListener('abort', () => {
        savedPapers.drop(paper.id);
        rules.drop(paper.id);
      });
    }
    rules.add(papers);
    inZotero.add(papers).catch((error) => console.warn('Papergloss could not read what is in Zotero.', error));
    const answers = [savedPapers.add(papers), triage.add(papers), settings.ready];
    // Without an answer the controls still come: they say what is wrong to whoever uses them.
    await Promise.all(answers).catch(warn);
    theme.follow(entries[0]?.anchor);
    for (const entry of entries) {
      const { paper, host } = entry;
      const saveRange = (isRange: boolean) => range.saveTo(entry, isRange);
      const controls = (
        <>
          <EntryControls {...{ paper, host, library, theme, commands, saveRange, inZotero, nearPapers, ...known }} />
          <RowHighlights entry={entry} on={highlighting} />
        </>
      );
      mount(entry, controls, () => rows.comesNear(entry));
      leftovers.adopt(paper, client).catch((error) => console.error('Papergloss could not save a note.', error));
    }
    const there = entries.filter(({ signal }) => !signal.aborted);
    rows.add(there);
    onScreen.add(there);
    if (!settings.current.near) return;
    const unsaved = papers.filter(({ id }) => !savedPapers.get(id));
    nearPapers.add(unsaved).catch((error) => console.warn('Papergloss could not compare papers.', error));
  };

  const { range } = triageOn(page, list);
  const highlighting = highlightingOn(page, list);
  shieldKeys(window, signal);
  addRowStyle(page, signal);
  theme.watch(page, signal);
  onChange((ids) => {
    savedPapers.refresh(ids);
    triage.refresh(ids);
  }, signal);
  // A page that comes back from the back/forward cache heard nothing meanwhile.
  const refreshAll = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    const answers = [savedPapers.refresh(), triage.refresh(), settings.refresh()];
    Promise.all(answers).catch(warn);
  };
  window.addEventListener('pageshow', refreshAll, { signal });
  followSavedOnPage(savedPapers, signal);

  return {
    theme,
    annotate: (site, scanned) =>
      watchEntries(page, site, show, signal, (entries, isComplete, isChanged) => {
        if (isChanged) {
          rows.changed();
          triage.add([]).catch(warn); // The papers may be those of another list, and each as it was.
        }
        highlighting.painted.textMayHaveChanged();
        scanned?.(entries, isComplete);
      }),
  };
}
