import { useEffect, useRef, useState } from 'react';
import { valuesBeginning } from '../lib/library/values-beginning';
import { type Completion, type CompletionSource, type Completions, complete, stillMeant } from '../lib/search/complete';

/** What is offered for a query. */
interface Offered extends Completions {
  query: string;
  /** The one that is chosen. */
  chosen: number | undefined;
}

/** Milliseconds without a letter: whoever types on needs no values, and what is found next would wait for them. */
const calm = 150;

const nothing: Offered = { query: '', start: 0, end: 0, completions: [], chosen: undefined };

export type QueryCompletions = ReturnType<typeof useCompletions>;

/** What the word at the caret of a query may become. Nothing is chosen unasked: who just types on, meets nothing. */
export function useCompletions(isBusy: boolean) {
  const [offered, setOffered] = useState(nothing);
  const latest = useRef<AbortController>(undefined);
  const waiting = useRef<() => void>(undefined);
  // What the query finds comes first.
  useEffect(() => {
    if (isBusy) return;
    waiting.current?.();
    waiting.current = undefined;
  });

  const close = () => {
    latest.current?.abort();
    waiting.current = undefined;
    setOffered(nothing);
  };
  /** Looks for what the query may become; what may still be meant stays until then, but is not chosen. */
  const look = (query: string, caret: number, isAsked = false) => {
    latest.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    latest.current = controller;
    setOffered((offered) => ({ ...offered, completions: stillMeant(offered, query, caret), chosen: undefined }));
    const source: CompletionSource = {
      async valuesOf(field, beginning) {
        await new Promise((resolve) => setTimeout(resolve, calm));
        signal.throwIfAborted();
        return valuesBeginning(field, beginning, signal);
      },
    };
    waiting.current = () =>
      complete(query, caret, source, { isAsked }).then(
        (found) => !signal.aborted && setOffered({ ...found, query, chosen: undefined }),
        (error) => {
          if (signal.aborted) return;
          // Whoever types it in full finds the same.
          console.warn('Papergloss could not look for completions.', error);
          setOffered(nothing);
        },
      );
  };
  /** The next one, or the one before; past the last one, none is. */
  const move = (step: 1 | -1) =>
    setOffered((offered) => {
      const places = offered.completions.length + 1;
      const to = ((offered.chosen ?? offered.completions.length) + step + places) % places;
      return { ...offered, chosen: to === offered.completions.length ? undefined : to };
    });
  /** The query with this in it, and where its caret is then. */
  const taken = ({ insert }: Completion) => {
    const { query, start, end } = offered;
    // After a value one goes on with another word.
    const isDone = !insert.endsWith(':') && end === query.length;
    const text = isDone ? `${insert} ` : insert;
    return { query: query.slice(0, start) + text + query.slice(end), caret: start + text.length };
  };

  const { completions, chosen } = offered;
  return { completions, chosen, of: offered.query, isOpen: completions.length > 0, look, move, close, taken };
}
