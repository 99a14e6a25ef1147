import { type ReactNode, useCallback } from 'react';
import { type Marking, marksIn } from '../lib/search/marking';

interface Props {
  text: string;
  marking: Marking;
}

/** Shows texts, with what was searched for marked in them: for `WordsContext`. */
export function useMarked(marking: Marking): (words: string) => ReactNode {
  return useCallback((words) => <Marked text={words} marking={marking} />, [marking]);
}

/** A text in which what was searched for is marked. */
function Marked({ text, marking }: Props) {
  const marks = marksIn(text, marking);
  if (marks.length === 0) return text;
  // As one: in a flexible box, the spaces between words of which both are marked would be left out.
  return (
    <span>
      {marks.map(([start, end], i) => (
        <span key={start}>
          {text.slice(marks[i - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </span>
  );
}
