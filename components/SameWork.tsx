import { useLiveQuery } from 'dexie-react-hooks';
import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import { bylineOf, whereOf } from '../lib/byline';
import { identifierShown } from '../lib/identity';
import type { Library, Pair } from '../lib/library/contract';
import { countSuggestions, openSuggestions, type Suggestion } from '../lib/library/queries';
import type { SavedPaper } from '../lib/library/saved-papers';
import { t } from '../lib/text';
import { NoteText } from './NoteText';
import type { News } from './PaperList';

interface Props {
  library: Library;
  /** Does it, and tells what was done or why it could not be. */
  attempt(act: () => Promise<unknown>, then: News): void;
}

/** Pairs of saved papers that may be one work, with the evidence, for the user to decide. */
export function SameWork({ library, attempt }: Props) {
  const count = useLiveQuery(countSuggestions) ?? 0;
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;

  return (
    <section className="same-work">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <GitMerge aria-hidden size={14} />
        {t('sameWork.review', count)}
      </button>
      {isOpen && <Pairs {...{ library, attempt }} />}
    </section>
  );
}

function Pairs({ library, attempt }: Props) {
  const suggestions = useLiveQuery(openSuggestions);
  if (!suggestions) return null;

  const merge = (pair: Pair, [kept, other]: [SavedPaper, SavedPaper]) =>
    attempt(() => library.merge(pair), {
      text: t('sameWork.merged', [kept.paper.title]),
      undo: () => library.split(other.paper.id),
    });

  const keepApart = (pair: Pair) =>
    attempt(() => library.keepApart(pair), { text: t('sameWork.keptApart'), undo: () => library.askAgain(pair) });

  return (
    <ul aria-label={t('sameWork.title')}>
      {suggestions.map(({ papers, pair, evidence }) => {
        const [kept, other] = papers.toSorted((a, b) => a.savedAt - b.savedAt) as [SavedPaper, SavedPaper];
        return (
          <li key={pair.join(' ')}>
            {[kept, other].map((saved) => (
              <Side key={saved.paper.id} saved={saved} />
            ))}
            <p className="evidence">{sentenceOf(evidence)}</p>
            <div className="actions">
              <button type="button" onClick={() => merge(pair, [kept, other])}>
                {t('sameWork.merge')}
              </button>
              <button type="button" onClick={() => keepApart(pair)}>
                {t('sameWork.keepApart')}
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Side({ saved: { paper, note } }: { saved: SavedPaper }) {
  return (
    <div className="side">
      <p className="title">{paper.title}</p>
      <p className="byline">{bylineOf(paper)}</p>
      <p className="seen">{[whereOf(paper), identifierShown(paper.id)].filter(Boolean).join(' · ')}</p>
      {note && <NoteText text={note} />}
    </div>
  );
}

function sentenceOf(evidence: Suggestion['evidence']): string {
  if (evidence.kind === 'title') {
    const [a = '', b = ''] = evidence.years.toSorted().map(String);
    const years = a === b ? t('sameWork.sameYear', [a]) : t('sameWork.twoYears', [a, b]);
    return t('sameWork.byTitle', [evidence.author, years]);
  }
  const ids = evidence.ids.map(identifierShown).join(', ');
  return evidence.site ? t('sameWork.byIdentifiers', [evidence.site, ids]) : t('sameWork.byIdentifiersAnywhere', [ids]);
}
