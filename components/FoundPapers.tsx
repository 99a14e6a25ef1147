import { memo, startTransition, useEffect, useState } from 'react';
import type { Library } from '../lib/library/contract';
import type { SavedPaper } from '../lib/library/saved-papers';
import type { Paper } from '../lib/paper';
import type { Marking } from '../lib/search/marking';
import { t } from '../lib/text';
import { useMarked } from './Marked';
import { WordsContext } from './NoteText';
import { PaperItem } from './PaperItem';

interface Props {
  query: string;
  papers: SavedPaper[];
  marking: Marking;
  library: Library;
  open(paper: Paper): void;
  copyLink(address: string): void;
  /** Does something with a paper, and tells how it came out. */
  attempt(act: () => Promise<unknown>, done: { text: string }): Promise<unknown>;
  remove(paper: Paper): void;
  split(paper: Paper): void;
  searchFor(words: string): void;
}

/** No paper is lower, in pixels. */
const leastHeight = 70;

/** Milliseconds after which somebody is not typing on. */
const rest = 250;

/** What a query finds: at once what is in sight, and all when nobody types on. */
export const FoundPapers = memo(function FoundPapers({
  query,
  papers,
  marking,
  remove,
  split,
  searchFor,
  ...of
}: Props) {
  const shown = useMarked(marking);
  const isWhole = useSettled(query) === query;
  const inSight = Math.ceil(innerHeight / leastHeight);
  return (
    <WordsContext value={shown}>
      <ul aria-label={t('list.title')}>
        {papers.slice(0, isWhole ? papers.length : inSight).map((saved) => (
          <PaperItem
            key={saved.paper.id}
            {...{ saved, ...of }}
            onRemove={() => remove(saved.paper)}
            onSplit={split}
            onTag={searchFor}
          />
        ))}
      </ul>
    </WordsContext>
  );
});

/** The value, once it has stayed the same for a moment. */
function useSettled(value: string): string | undefined {
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSettled(value)), rest);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
