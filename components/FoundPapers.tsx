import { memo } from 'react';
import type { Library } from '../lib/library/contract';
import type { SavedPaper } from '../lib/library/saved-papers';
import type { Paper } from '../lib/paper';
import type { Marking } from '../lib/search/marking';
import { t } from '../lib/text';
import { useMarked } from './Marked';
import { WordsContext } from './NoteText';
import { PaperItem } from './PaperItem';

interface Props {
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

/** What a query finds. */
export const FoundPapers = memo(function FoundPapers({ papers, marking, remove, split, searchFor, ...of }: Props) {
  const shown = useMarked(marking);
  return (
    <WordsContext value={shown}>
      <ul aria-label={t('list.title')}>
        {papers.map((saved) => (
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
