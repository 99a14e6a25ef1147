import { type DependencyList, useEffect, useRef, useState } from 'react';
import { followLibrary } from '../lib/library/follow';
import { oneAtATime } from '../lib/one-at-a-time';

/**
 * What the library answers, asked at once when `of` becomes another, and again whenever something was saved or indexed.
 * Until there is an answer to the latest question, there is the one before. While somebody types, that is a frame earlier
 * than with `useLiveQuery`, which asks in a task of its own, but follows all tables.
 */
export function useLiveAnswer<Answer>(ask: () => Promise<Answer>, of: DependencyList): Answer | undefined {
  const [told, setTold] = useState<{ answer?: Answer; error?: unknown }>({});
  const askAgain = useRef<() => void>(undefined);
  useEffect(() => {
    const controller = new AbortController();
    const fail = (error: unknown) => setTold({ error });
    followLibrary(() => askAgain.current?.(), fail, controller.signal);
    return () => controller.abort();
  }, []);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    askAgain.current = oneAtATime(async () => {
      const told = await ask().then(
        (answer) => ({ answer }),
        (error: unknown) => ({ error }),
      );
      if (!signal.aborted) setTold(told);
    }, signal);
    askAgain.current();
    return () => controller.abort();
    // biome-ignore lint/correctness/useExhaustiveDependencies: these say what is asked.
  }, of);
  if ('error' in told) throw told.error;
  return told.answer;
}
