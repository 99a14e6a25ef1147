import type { Library } from '../lib/library/contract';
import { selectionName } from '../lib/page/hosts';
import type { Markable } from '../lib/page/markable';
import { MarkableSelection } from '../lib/page/markable-selection';
import { renderIn } from '../lib/page/mount';
import { newId } from '../lib/page/new-id';
import { PaintedQuotes } from '../lib/page/painted-quotes';
import type { Rows } from '../lib/page/rows';
import type { SavedPapers } from '../lib/page/saved-papers';
import type { PageTheme } from '../lib/page/theme';
import { WantedComment } from '../lib/page/wanted-comment';
import type { LiveSettings } from '../lib/settings';
import type { Highlighting } from './RowHighlights';
import { SelectionMenu } from './SelectionMenu';

interface Page {
  rows: Rows;
  library: Library;
  savedPapers: SavedPapers;
  settings: LiveSettings;
  theme: PageTheme;
  css: string;
  signal: AbortSignal;
}

const fixed = `:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important;
  z-index: 2147483647 !important; }`;

/** Passages of titles and abstracts: marked by selecting them, and painted wherever the paper is shown. */
export function highlightingOn(page: Document, list: Page): Highlighting {
  const { rows, library, savedPapers, settings, theme, css, signal } = list;
  const wanted = new WantedComment();
  const painted = new PaintedQuotes({ ...list, document: page });
  const selection = new MarkableSelection(page, rows, () => settings.current.highlights, signal);

  const highlight = async ({ entry, quote }: Markable, withComment: boolean) => {
    const known = savedPapers.get(entry.paper.id)?.highlights ?? [];
    const same = known.find((each) => JSON.stringify(each.quote) === JSON.stringify(quote));
    const id = same?.id ?? newId();
    if (!same) await library.highlight({ paper: entry.paper, highlight: { id, quote } });
    page.getSelection()?.removeAllRanges();
    selection.dismiss();
    if (withComment) wanted.want(id);
  };

  settings.subscribe(() => settings.current.highlights || selection.dismiss());

  for (const leftover of page.querySelectorAll(selectionName)) leftover.remove();
  let host: HTMLElement | undefined;
  selection.subscribe(() => {
    if (!selection.current || host?.isConnected) return;
    const isFirst = !host;
    host ??= page.createElement(selectionName);
    page.body.append(host);
    if (isFirst) renderIn(host, <SelectionMenu {...{ selection, theme, highlight }} />, fixed + css, signal);
  });
  signal.addEventListener('abort', () => host?.remove());

  return { library, savedPapers, settings, theme, painted, selection, wanted, highlight };
}
