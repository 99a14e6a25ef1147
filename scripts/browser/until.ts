/** How long a person would wait before calling it broken. */
export const patience = 10_000;

type Answer<T> = T | false | null | undefined;

/**
 * Asks again until the answer is there, and resolves to it. An answer that throws is "not yet".
 * @param what completes "Still waiting for …"
 */
export async function until<T>(what: string, ask: () => Answer<T> | Promise<Answer<T>>, limit = patience): Promise<T> {
  const end = performance.now() + limit;
  let failure: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      failure = undefined;
    } catch (error) {
      failure = error;
    }
    if (performance.now() > end) {
      const reason = failure instanceof Error ? `: ${failure.message}` : '.';
      throw new Error(`Still waiting for ${what} after ${limit / 1000} s${reason}`, { cause: failure });
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
