import { Maximize2 } from 'lucide-react';
import { Activity, use, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Library as SavedLibrary } from '../../lib/library/contract';
import { shelfIds } from '../../lib/library/shelf';
import { type LivePlace, searchOf } from '../../lib/library-place';
import type { Paper, PaperId } from '../../lib/paper';
import { withTerm } from '../../lib/query-text';
import { removeMany } from '../../lib/remove-many';
import { noMarking } from '../../lib/search/marking';
import type { LiveSettings } from '../../lib/settings';
import { t } from '../../lib/text';
import { EmptyLibrary } from '../EmptyLibrary';
import { useMarked } from '../Marked';
import { WordsContext } from '../NoteText';
import { NothingFound } from '../NothingFound';
import { type Outcome, useOutcome } from '../Outcome';
import { LazyPictures } from '../pictures/LazyPictures';
import { LazyResurface } from '../pictures/LazyResurface';
import { SameWork } from '../SameWork';
import { SearchNews } from '../SearchNews';
import { FolderNotice } from '../safety/FolderNotice';
import { RestoreOffer } from '../safety/RestoreOffer';
import { RoomNotice } from '../safety/RoomNotice';
import { backupAt } from '../safety/restoring';
import { TagList } from '../TagList';
import { BulkActions } from './BulkActions';
import { Completion } from './Completion';
import { useCompletionTask } from './completion-task';
import { Details } from './Details';
import type { ExportScope } from './exchange/exporting';
import { InOut, type InOutWish } from './exchange/InOut';
import { Facets } from './Facets';
import { Keys } from './Keys';
import { ListTools } from './ListTools';
import { News } from './News';
import { useResults } from './results';
import { SearchField } from './SearchField';
import { Shelf } from './Shelf';
import { useSelection } from './selection';
import { Views } from './Views';

interface Props {
  library: SavedLibrary;
  settings: LiveSettings;
  live: LivePlace;
  /** Shows the page of a paper. */
  openPage(paper: Paper): void;
  /** It stands beside a page: what leads elsewhere opens in a tab. */
  isPanel?: boolean;
}

/** Where in the details somebody wants to go on. Each new object is a new wish. */
export interface Wish {
  part: 'all' | 'note' | 'tags' | undefined;
}

/** The library page: search, facets and views, the list, and the details of one paper. */
export function Library({ library, settings, live, openPage, isPanel = false }: Props) {
  // Until then it would show no views.
  use(settings.ready);
  const place = useSyncExternalStore(live.subscribe, () => live.current);
  // Under a window in which much is imported, nobody reads a list that is made anew with each batch.
  const [isPaused, setPaused] = useState(false);
  const { results, isCurrent, show } = useResults(place.query, place.sort, live.top ?? 0, isPaused);
  const selection = useSelection(place.query, place.sort, results);
  const told = useOutcome();
  const shown = useMarked(results?.marking ?? noMarking);
  const task = useCompletionTask();
  const [isFiltering, setFiltering] = useState(false);
  const [wish, setWish] = useState<Wish>();
  const [inOut, setInOut] = useState<InOutWish | undefined>(() => {
    const source = backupAt(location.search);
    return source && { open: 'import', source };
  });
  const list = useRef<HTMLDivElement>(null);

  const open = (id: PaperId, part?: Wish['part']) => {
    setWish({ part });
    live.go({ paper: id });
  };
  const visit = (id: PaperId) => {
    const saved = results?.at(results.indexOf(id) ?? -1);
    if (saved) openPage(saved.paper);
  };
  const remove = async (ids: PaperId[]) => {
    const [id] = ids;
    const one = id && ids.length === 1 && results?.at(results.indexOf(id) ?? -1);
    const done: Outcome = { text: one ? t('list.removed', [one.paper.title]) : t('library.removed', ids.length) };
    const isDone = await told.attempt(async (onProgress) => {
      done.undo = await removeMany(library, ids, onProgress);
    }, done);
    if (!isDone) return;
    selection.clear();
    if (live.current.paper && ids.includes(live.current.paper)) live.close();
    list.current?.focus();
  };
  const scopes = (): ExportScope[] => {
    const { query, sort } = place;
    const view = { scope: 'view', label: t('export.view', [query]), ids: () => shelfIds(query, sort) } as const;
    const { size } = selection.ids;
    const label = t('export.selection', size, [size.toLocaleString()]);
    const selected = { scope: 'selection', label, ids: async () => [...selection.ids] } as const;
    return [{ scope: 'all', label: t('export.all') }, ...(query.trim() ? [view] : []), ...(size > 0 ? [selected] : [])];
  };
  const filter = useCallback((query: string) => live.go({ query, paper: undefined }), [live]);
  const searchTag = (tag: string) => live.go({ query: withTerm(live.current.query, 'tag', tag), paper: undefined });

  const { paper, query } = place;
  useEffect(() => {
    // Where the details had it, the focus is lost with them.
    if (!paper && document.activeElement === document.body) list.current?.focus();
  }, [paper]);
  useEffect(() => {
    document.title = [query.trim(), t('library.title')].filter(Boolean).join(' · ');
  }, [query]);

  return (
    <div className="library" data-details={paper !== undefined || undefined} data-filtering={isFiltering || undefined}>
      <header>
        <h1 className="unseen">{t('list.title')}</h1>
        <SearchField query={place.query} isBusy={!isCurrent} live={live} goOn={() => list.current?.focus()} />
        <button
          type="button"
          className="filter"
          aria-expanded={isFiltering}
          aria-controls="filters"
          onClick={() => setFiltering(!isFiltering)}
        >
          {t('library.filters')}
        </button>
        <InOut {...{ library, settings, scopes }} wish={inOut} setWish={setInOut} onLongWork={setPaused} />
        <Keys />
        {isPanel && (
          <a href={`library.html${searchOf(place)}`} target="_blank" rel="noopener" aria-label={t('pages.library')}>
            <Maximize2 aria-hidden size={16} />
          </a>
        )}
        <a href="options.html" target={isPanel ? '_blank' : undefined} rel="noopener">
          {t('pages.options')}
        </a>
      </header>
      <Activity mode={isPaused ? 'hidden' : 'visible'}>
        <Facets
          {...{ query, live }}
          listed={results?.query}
          total={results?.total}
          isAtLeast={results?.isAtLeast}
          close={() => setFiltering(false)}
        >
          <Views {...{ place, live, settings }} attempt={told.attempt} />
        </Facets>
        <main>
          <div className="results" aria-busy={!isCurrent}>
            <RoomNotice hasPapers={(results?.total ?? 0) > 0} />
            <FolderNotice />
            <RestoreOffer />
            <SameWork library={library} attempt={told.attempt} />
            {task && !(paper && task.only === paper) && <Completion task={task} attempt={told.attempt} />}
            <div className="extras">
              <TagList library={library} attempt={told.attempt} onTag={searchTag} />
              {results && (results.total > 0 || query.trim() !== '') && <LazyPictures onFilter={filter} />}
              {results && <LazyResurface settings={settings} onOpen={(id) => open(id, 'all')} />}
            </div>
            {selection.ids.size > 0 ? (
              <BulkActions
                {...{ library, settings, selection, remove }}
                exportThem={() => setInOut({ open: 'export' })}
                isCompleting={task !== undefined}
                attempt={told.attempt}
              />
            ) : (
              results && <ListTools {...{ place, live }} total={results.total} isAtLeast={results.isAtLeast} />
            )}
            {results && (
              <SearchNews problems={results.problems} understood={results.understood} isBehind={results.isBehind} />
            )}
            {results && results.total > 0 && (
              <WordsContext value={shown}>
                <Shelf
                  {...{ results, live, selection, list, show, open, visit, remove }}
                  undo={told.undo}
                  look={place.look}
                  opened={paper}
                />
              </WordsContext>
            )}
            {results?.total === 0 &&
              (results.query.trim() === '' ? (
                <>
                  <EmptyLibrary />
                  <p className="empty">
                    <button type="button" onClick={() => setInOut({ open: 'import' })}>
                      {t('exchange.import')}
                    </button>
                  </p>
                </>
              ) : (
                <NothingFound
                  query={results.query}
                  isAtLeast={results.isAtLeast}
                  clear={() => live.go({ query: '' })}
                />
              ))}
          </div>
          {paper && (
            <WordsContext value={shown}>
              <Details
                {...{ library, settings, live, list, openPage, wish, filter }}
                id={paper}
                attempt={told.attempt}
                remove={(id) => remove([id])}
              />
            </WordsContext>
          )}
        </main>
      </Activity>
      <News {...told} />
    </div>
  );
}
