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
  // An earlier Papergloss, that was updated under this page, has left its own.
  CSS.highlights.delete(name);
  const style = page.createElement('style');
  style.textContent = css;
  signal.addEventListener('abort', () => {
    CSS.highlights.delete(name);
    style.remove();
  });

  return (ranges) => {
    if (signal.aborted) return;
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    if (!style.isConnected) page.head.append(style);
    CSS.highlights.set(name, new Highlight(...ranges));
  };
}
