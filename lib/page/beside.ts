/** Pixels between selected text and what stands beside it, and between that and the edge of the window. */
const distance = 6;

/** Keeps `element`, which is fixed in the window, under the end of `range`, or over it where there is no room. */
export function standBeside(element: HTMLElement, range: Range): () => void {
  const window = element.ownerDocument.defaultView;
  const controller = new AbortController();
  const place = () => {
    const boxes = range.getClientRects();
    const box = boxes[boxes.length - 1];
    if (!window || !box) return;
    const { innerHeight, innerWidth } = window;
    const { offsetWidth, offsetHeight } = element;
    const isFromRight = window.getComputedStyle(parentOf(range)).direction === 'rtl';
    const end = isFromRight ? box.left : box.right;
    const left = Math.min(Math.max(end - offsetWidth / 2, distance), innerWidth - offsetWidth - distance);
    const below = box.bottom + distance;
    const hasRoom = below + offsetHeight + distance <= innerHeight;
    element.style.left = `${Math.max(left, 0)}px`;
    element.style.top = `${hasRoom ? below : box.top - distance - offsetHeight}px`;
  };
  const options = { capture: true, passive: true, signal: controller.signal };
  for (const type of ['scroll', 'resize']) window?.addEventListener(type, place, options);
  place();
  return () => controller.abort();
}

function parentOf({ endContainer }: Range): Element {
  return endContainer instanceof Element ? endContainer : (endContainer.parentElement ?? document.documentElement);
}
