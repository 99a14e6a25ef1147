/** Long work in pieces, so that the page answers in between. */

/** Milliseconds of work at a time: with what a page does itself, far from the 50 that people feel. */
export const sliceLength = 12;

/** When the page last had its turn. Of all work together: short works one after the other are a long one. */
let lastPause = 0;

/** Does it for each, with pauses, until `signal` ends it; then it throws the reason. */
export async function inSlices<T>(
  items: Iterable<T>,
  signal: AbortSignal | undefined,
  work: (item: T, index: number) => void,
) {
  let index = 0;
  for (const item of items) {
    if (performance.now() - lastPause > sliceLength) await pause();
    signal?.throwIfAborted();
    work(item, index++);
  }
}

/** Lets the page do what waits. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      lastPause = performance.now();
      resolve();
    });
  });
}
