import { isAlive } from '../lib/library/client';
import type { Library } from '../lib/library/contract';
import { LibraryFailure } from '../lib/library/failure';
import { Announcer } from '../lib/page/announcer';
import { CurrentRow } from '../lib/page/current-row';
import { keyActs } from '../lib/page/key-acts';
import { isKeyOfSite, listenToKeys } from '../lib/page/keyboard';
import { type Knowledge, ListView } from '../lib/page/list-view';
import { showNotice } from '../lib/page/notice';
import type { RowCommands } from '../lib/page/row-commands';
import type { Rows } from '../lib/page/rows';
import type { PageTheme } from '../lib/page/theme';
import type { UndoStack } from '../lib/page/undo';
import type { Entry } from '../lib/page/watch';
import { FailedAct } from './FailedAct';
import { KeyHelp } from './KeyHelp';
import { ListBar } from './ListBar';
import { standOverList } from './over-list';

interface Page extends Knowledge {
  rows: Rows;
  library: Library;
  undoStack: UndoStack;
  commands: RowCommands;
  theme: PageTheme;
  /** The name of the site, or the host, under which its settings are kept. */
  siteName: string;
  css: string;
  signal: AbortSignal;
}

/** Deciding on the list itself: its bar, keys, what was seen. */
export function triageOn(page: Document, list: Page) {
  const { rows, library, savedPapers, triage, rules, settings, undoStack, theme, css, signal } = list;
  const announcer = new Announcer(page, signal);
  const current = new CurrentRow(rows);
  const view = new ListView(rows, list, list.siteName, () => current.marked);
  for (const store of [rows, savedPapers, triage, rules, settings, current]) store.subscribe(view.update);
  rows.subscribe(() => chooseByFocus(rows.all));

  const chosen = new WeakSet<Entry>();
  /** Whoever uses the controls of a row speaks of that row. */
  const chooseByFocus = (entries: Entry[]) => {
    for (const entry of entries) {
      if (chosen.has(entry)) continue;
      chosen.add(entry);
      entry.host.addEventListener('focusin', () => entry !== current.entry && current.choose(entry, false), {
        signal: entry.signal,
      });
    }
  };

  const showHelp = () => {
    const isTaken = (key: string) => isKeyOfSite(page, key);
    showNotice(page, (close) => <KeyHelp {...{ settings, theme, isTaken, close }} />, css, signal);
  };

  const say = (text: string) => announcer.say(text);
  let closeFailure = () => {};
  const done = (text: string) => {
    closeFailure();
    say(text);
  };
  /** A key has no button of its own at which to say it, and the bar may be far away. */
  const fail = (cause: unknown) => {
    closeFailure();
    const error = isAlive() ? cause : new LibraryFailure('reload', String(cause));
    closeFailure = showNotice(page, (close) => <FailedAct {...{ theme, error, close }} />, css, signal);
  };
  const act = keyActs({ ...list, current, say, done, fail, showHelp });
  listenToKeys(window, { act, map: () => (settings.current.keys ? settings.current.keyMap : undefined) }, signal);
  const bar = <ListBar {...{ view, library, savedPapers, undoStack, settings, theme, say }} showKeys={showHelp} />;
  standOverList(page, bar, { view, triage, settings, theme, css, signal });

  let last: Entry | undefined;
  return {
    range: {
      /** Shift and a click: from the entry that was clicked last to this one, all are saved, as one act. */
      async saveTo(entry: Entry, isRange: boolean): Promise<boolean> {
        const shown = view.shown;
        const from = last && isRange ? shown.indexOf(last) : -1;
        const to = shown.indexOf(entry);
        last = entry;
        if (from < 0 || to < 0 || from === to) return false;
        const papers = shown.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ paper }) => paper);
        await library.saveAll(papers);
        return true;
      },
    },
  };
}
