/** Paints ranges of the page's text, and leaves its elements alone. */
const name = 'papergloss';

/** On light and dark ground alike: the ground shines through, and the text keeps its colour. */
const css = `::highlight(${name}) { background-color: rgb(250 204 21 / 36%); }
@media (forced-colors: active) { ::highlight(${name}) { background-color: Mark; color: MarkText; } }`;

export function canPaint(): boolean {
  return typeof Highlight === 'function' && typeof CSS === 'object' && CSS.highlights !== undefined;
}

/** How the ranges that are given last are painted, until `signal` ends it. */
export function painter(page: Document, signal: AbortSignal): (ranges: Range[]) => void {
  if (!canPaint()) return () => {};
  const highlight = new Highlight();
  // In place of that of an earlier Papergloss, that was updated under this page.
  CSS.highlights.set(name, highlight);
  const style = page.createElement('style');
  style.textContent = css;
  signal.addEventListener('abort', () => {
    // By its name it may be that of a later one.
    highlight.clear();
    style.remove();
  });

  return (ranges) => {
    if (signal.aborted) return;
    if (ranges.length > 0 && !style.isConnected) page.head.append(style);
    highlight.clear();
    for (const range of ranges) highlight.add(range);
  };
}
