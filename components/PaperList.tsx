import { type KeyboardEvent, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { Library } from '../lib/library/contract';
import { search } from '../lib/library/search';
import type { Paper } from '../lib/paper';
import { t } from '../lib/text';
import { EmptyLibrary } from './EmptyLibrary';
import { Failure } from './Failure';
import { FoundPapers } from './FoundPapers';
import { useLiveAnswer } from './live-answer';
import { NothingFound } from './NothingFound';
import { QueryField } from './QueryField';
import { SameWork } from './SameWork';
import { SearchNews } from './SearchNews';
import { RestoreOffer } from './safety/RestoreOffer';
import { RoomNotice } from './safety/RoomNotice';

interface Props {
  library: Library;
  /** Shows the page of a paper. */
  open(paper: Paper): void;
}

/** How many papers are shown at first, and how many more each time. */
const pageSize = 50;

/** No paper is lower, in pixels. */
const leastHeight = 70;

/** Milliseconds after which somebody is not typing on. */
const rest = 250;

/** What happened last, told at the foot of the list. */
export type News = { text: string; undo?: () => Promise<void> };

/** The saved papers, the latest first, with search over all of them. */
export function PaperList({ library, open }: Props) {
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(pageSize);
  const [news, setNews] = useState<News>();
  const [failure, setFailure] = useState<unknown>();
  const searchField = useRef<HTMLInputElement>(null);
  // At once what is in sight, and all when that is there and nobody types on.
  const [settled, setSettled] = useState<string>();
  const wanted = settled === query ? limit : Math.min(limit, Math.ceil(innerHeight / leastHeight));
  const found = useLiveAnswer(
    async () => ({ query, wanted, ...(await search(query, { limit: wanted })) }),
    [query, wanted],
  );
  useRest(found?.query, setSettled);
  const isBusy = found?.query !== query;
  const list = useRef<HTMLDivElement>(null);
  /** Whoever went on before the papers are there: those that are would take the focus away with them. */
  const isAwaited = useRef(false);
  useEffect(() => {
    if (isBusy || !isAwaited.current) return;
    isAwaited.current = false;
    if (list.current) moveBy(list.current, 1);
  }, [isBusy]);

  // The same all the time: what was found is rendered when something else is found, and not with every letter.
  const { attempt, copyLink, remove, split, searchFor } = useMemo(() => {
    const attempt = (act: () => Promise<unknown>, then?: News) =>
      act().then(() => {
        setFailure(undefined);
        setNews(then);
      }, setFailure);
    return {
      attempt,
      remove: (paper: Paper) =>
        attempt(() => library.remove(paper.id), {
          text: t('list.removed', [paper.title]),
          undo: () => library.restore(paper.id),
        }),
      split: (paper: Paper) => attempt(() => library.split(paper.id), { text: t('sameWork.splitDone', [paper.title]) }),
      copyLink: (address: string) => attempt(() => navigator.clipboard.writeText(address), { text: t('list.copied') }),
      searchFor(words: string) {
        isAwaited.current = false;
        setQuery(words);
        setLimit(pageSize);
      },
    };
  }, [library]);

  const moveByArrows = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const target = event.target as Element;
    // In other fields they have their own work, and in this one where it offers something.
    if (!step || event.defaultPrevented || target.matches('textarea, select, input:not([type="search"])')) return;
    event.preventDefault();
    if (isBusy && target === searchField.current) isAwaited.current = step > 0;
    else moveBy(event.currentTarget, step);
  };

  const undo = (news: News) => {
    if (news.undo) attempt(news.undo);
    searchField.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys go from title to title, wherever the focus is.
    <div className="list" ref={list} onKeyDown={moveByArrows}>
      <header>
        <h1 className="unseen">{t('list.title')}</h1>
        <QueryField ref={searchField} query={query} change={searchFor} isBusy={isBusy} autoFocus />
        {found && <SearchNews {...found} />}
      </header>
      <main aria-busy={isBusy}>
        <RoomNotice hasPapers={(found?.total ?? 0) > 0} />
        <RestoreOffer target="_blank" />
        <SameWork {...{ library, attempt }} />
        {found && found.papers.length > 0 && (
          <FoundPapers
            papers={found.papers}
            marking={found.marking}
            {...{ library, open, copyLink, attempt, remove, split, searchFor }}
          />
        )}
        {found && found.wanted === limit && found.total > found.papers.length && (
          <button type="button" className="more" onClick={() => setLimit(limit + pageSize)}>
            {t('list.more')}
          </button>
        )}
        {found?.isAtLeast && found.papers.length > 0 && found.total <= found.papers.length && (
          <p className="end">{t('search.isAtLeast')}</p>
        )}
        {found?.papers.length === 0 &&
          (found.query.trim() === '' ? (
            <EmptyLibrary />
          ) : (
            <NothingFound query={found.query} isAtLeast={found.isAtLeast} clear={() => searchFor('')} />
          ))}
      </main>
      <footer>
        {failure !== undefined && <Failure error={failure} />}
        <span role="status">{news?.text}</span>
        {news?.undo && <UndoButton news={news} onClick={() => undo(news)} />}
      </footer>
    </div>
  );
}

/** Tells the value once it has stayed the same for a moment. */
function useRest<Value>(value: Value, tell: (value: Value) => void): void {
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => tell(value)), rest);
    return () => clearTimeout(timer);
  }, [value, tell]);
}

/** Takes the focus: that of the item that was removed would be lost. */
function UndoButton({ news, onClick }: { news: News; onClick(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of each thing that was done, not only of the first.
  useEffect(() => button.current?.focus(), [news]);
  return (
    <button type="button" ref={button} onClick={onClick}>
      {t('list.undo')}
    </button>
  );
}

/** From title to title, and to the field above them. */
function moveBy(list: HTMLElement, step: number): void {
  const stops = [...list.querySelectorAll<HTMLElement>('input[type="search"], li h2 a')];
  const focused = document.activeElement;
  const here = stops.findIndex((stop) => stop === focused || stop.closest('li')?.contains(focused));
  stops[Math.min(Math.max(here + step, 0), stops.length - 1)]?.focus();
}
