import { type Marking, marksIn } from '../lib/search/marking';

interface Props {
  text: string;
  marking: Marking;
}

/** A text in which what was searched for is marked. */
export function Marked({ text, marking }: Props) {
  const marks = marksIn(text, marking);
  return (
    <>
      {marks.map(([start, end], i) => (
        <span key={start}>
          {text.slice(marks[i - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  );
}
