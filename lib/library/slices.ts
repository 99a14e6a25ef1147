/** Long work in slices, so that others have their turn. */

/** Milliseconds of work after which they have it. */
const sliceLength = 10;

/** To be awaited between two steps of long work: it rests when it is time to. Throws when the work is not wanted any more. */
export function slices(signal?: AbortSignal): () => Promise<void> | undefined {
  let end = performance.now() + sliceLength;
  return () => {
    if (performance.now() < end) return undefined;
    return new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      signal?.throwIfAborted();
      end = performance.now() + sliceLength;
    });
  };
}
