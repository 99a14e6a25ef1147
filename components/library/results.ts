import { useCallback, useState } from 'react';
import type { SavedPaper } from '../../lib/library/saved-papers';
import type { SearchResult } from '../../lib/library/search';
import { shelf } from '../../lib/library/shelf';
import type { Sort } from '../../lib/library-place';
import type { PaperId } from '../../lib/paper';
import { useLiveAnswer } from '../live-answer';

/**
 * Rows are read in steps, and some before and after what is on screen before they are wanted: few at the top, where
 * somebody types on and waits for the first ones; more where somebody scrolls.
 */
const atTop = { step: 25, margin: 12 };
const below = { step: 50, margin: 50 };

/** Rows on screen, until it is known how many. */
const usualScreen = 14;

/** Rows that are kept after they were on screen, in case one comes back. */
const kept = 2000;

type Answer = { key: string; query: string; from: number } & Awaited<ReturnType<typeof shelf>>;

interface Known {
  answer: Answer;
  papers: Map<number, SavedPaper>;
}

/** What a query finds, as far as it was read. */
export interface Results extends Pick<SearchResult, 'isAtLeast' | 'problems' | 'understood' | 'isBehind' | 'marking'> {
  /** Another one for another query or order. */
  key: string;
  query: string;
  total: number;
  at(index: number): SavedPaper | undefined;
  /** Where a paper is, if that was read. */
  indexOf(id: PaperId): number | undefined;
}

/**
 * What the library has for a query, live. Until there is an answer to the latest, what was found before stays.
 * `show` says which rows are on screen. While `isPaused`, it is as it was.
 */
export function useResults(query: string, sort: Sort, top: number, isPaused = false) {
  const key = JSON.stringify([query, sort]);
  const [shown, setShown] = useState({ key: '', from: 0, to: 0, screen: usualScreen });
  // Nothing of it was on screen yet: it will be the rows at its top, or those at which one left it.
  const { from, to } = shown.key === key ? shown : around(top, top + shown.screen);
  const [known, setKnown] = useState<Known>();
  const answer = useLiveAnswer(async (): Promise<Answer> => {
    // What reads nothing hears of nothing.
    if (isPaused && known) return known.answer;
    return { key, query, from, ...(await shelf(query, { offset: from, limit: to - from, sort })) };
  }, [key, from, to, isPaused]);
  if (answer && answer !== known?.answer) setKnown(joined(known, answer));

  const show = useCallback(
    (first: number, last: number) => {
      const { from, to } = around(first, last);
      const isSame = (now: typeof shown) => now.key === key && now.from === from && now.to === to;
      setShown((now) => (isSame(now) ? now : { key, from, to, screen: last - first }));
    },
    [key],
  );
  return { results: known && resultsOf(known), isCurrent: known?.answer.key === key, show };
}

function around(first: number, last: number) {
  const { step, margin } = first === 0 ? atTop : below;
  const from = Math.max(0, Math.floor((first - margin) / step) * step);
  return { from, to: Math.ceil((last + 1 + margin) / step) * step };
}

function joined(known: Known | undefined, answer: Answer): Known {
  const { key, from, total } = answer;
  const news = new Map(answer.papers.map((paper, i) => [from + i, paper]));
  const before = known?.answer;
  if (!known || before?.key !== key || before.total !== total) return { answer, papers: news };
  const ids = new Set(answer.papers.map(({ paper }) => paper.id));
  const others = [...known.papers].filter(
    ([index, { paper }]) => !news.has(index) && !ids.has(paper.id) && Math.abs(index - from) < kept,
  );
  return { answer, papers: new Map([...others, ...news]) };
}

const views = new WeakMap<Known, Results>();

/** The same as long as nothing is known anew. */
function resultsOf(known: Known): Results {
  const made = views.get(known);
  if (made) return made;
  const { answer, papers } = known;
  const places = new Map(Array.from(papers, ([index, { paper }]) => [paper.id, index]));
  const [least, most] = [Math.min(...papers.keys()), Math.max(...papers.keys())];
  const results: Results = {
    key: answer.key,
    query: answer.query,
    total: answer.total,
    isAtLeast: answer.isAtLeast,
    problems: answer.problems,
    ...(answer.understood !== undefined && { understood: answer.understood }),
    isBehind: answer.isBehind,
    marking: answer.marking,
    // Of the rows that one scrolled past, which are asked for whenever one has another height, most are not there.
    at: (index) => (index < least || index > most ? undefined : papers.get(index)),
    indexOf: (id) => places.get(id),
  };
  views.set(known, results);
  return results;
}
