/** Longer than a person would wait before calling it broken: two browsers share the machine. */
export const patience = 20_000;

type Answer<T> = T | false | null | undefined;

/**
 * Asks again until the answer is there, and resolves to it. An answer that throws is "not yet".
 * @param what completes "Still waiting for …"
 */
export async function until<T>(what: string, ask: () => Answer<T> | Promise<Answer<T>>, limit = patience): Promise<T> {
  const end = performance.now() + limit;
  let failure: unknown;
  // Whoever asks takes time from what is waited for.
  for (let pause = 25; ; pause = Math.min(pause * 1.2, 100)) {
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
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
