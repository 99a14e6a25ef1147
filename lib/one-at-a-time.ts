/** Does it, and once more where it was asked for meanwhile: never twice at a time, until `signal` ends it, if it ends. */
export function oneAtATime(work: () => Promise<void>, signal?: AbortSignal): () => Promise<void> {
  let isWorking = false;
  let isAsked = false;
  return async () => {
    isAsked = true;
    if (isWorking) return;
    isWorking = true;
    try {
      while (isAsked && !signal?.aborted) {
        isAsked = false;
        await work();
      }
    } finally {
      isWorking = false;
    }
  };
}
