import { Pencil, Plus, X } from 'lucide-react';
import { type MouseEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type LivePlace, type Place, searchOf } from '../../lib/library-place';
import type { LiveSettings, SavedView } from '../../lib/settings';
import { t } from '../../lib/text';
import type { useOutcome } from '../Outcome';
import { ViewName } from './ViewName';

interface Props {
  place: Place;
  live: LivePlace;
  settings: LiveSettings;
  attempt: ReturnType<typeof useOutcome>['attempt'];
}

/** Queries that were given a name, as links: they can be opened elsewhere and bookmarked. */
export function Views({ place, live, settings, attempt }: Props) {
  const { views } = useSyncExternalStore(settings.subscribe, () => settings.current);
  /** The view whose name is being written; `new` for one that is not there yet. */
  const [naming, setNaming] = useState<string>();
  const whole = useRef<HTMLElement>(null);
  const named = useRef<string>(undefined);
  const { query, sort, look } = place;
  const isHere = (view: SavedView) => view.query === query && view.sort === sort;
  const canAdd = query.trim() !== '' && !views.some(isHere);

  const change = (change: (views: SavedView[]) => SavedView[]) =>
    settings.change((now) => ({ views: change(now.views) }));

  const add = (name: string) => {
    const view = { id: crypto.randomUUID(), name, query, sort };
    attempt(() => change((views) => [...views, view]), { text: t('library.view.added', [name]) });
  };
  const rename = ({ id }: SavedView, name: string) =>
    attempt(() => change((views) => views.map((view) => (view.id === id ? { ...view, name } : view))));
  const remove = (gone: SavedView) => {
    const at = views.indexOf(gone);
    attempt(() => change((views) => views.filter(({ id }) => id !== gone.id)), {
      text: t('library.view.removed', [gone.name]),
      undo: () => change((views) => views.toSpliced(at, 0, gone)),
    });
  };
  const follow = (event: MouseEvent, { query, sort }: SavedView) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // As on any link: the browser opens it elsewhere.
    event.preventDefault();
    live.go({ query, sort, paper: undefined });
  };
  const close = () => {
    named.current = naming;
    setNaming(undefined);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a view has its name only once it is saved.
  useEffect(() => {
    // The field is gone: the focus goes to what got the name.
    if (naming || !named.current || document.activeElement !== document.body) return;
    const views = whole.current?.querySelectorAll<HTMLElement>('[data-view]') ?? [];
    const view =
      named.current === 'new' ? [...views].at(-1) : [...views].find((each) => each.dataset.view === named.current);
    if (!view) return;
    view.focus();
    named.current = undefined;
  }, [naming, views]);

  if (views.length === 0 && !canAdd) return null;
  return (
    <nav ref={whole} className="views" aria-label={t('library.view.label')}>
      <ul>
        {views.map((view) =>
          naming === view.id ? (
            <li key={view.id}>
              <ViewName name={view.name} close={close} save={(name) => rename(view, name)} />
            </li>
          ) : (
            <li key={view.id}>
              <a
                data-view={view.id}
                href={searchOf({ query: view.query, sort: view.sort, look })}
                aria-current={isHere(view) ? 'page' : undefined}
                onClick={(event) => follow(event, view)}
              >
                {view.name}
              </a>
              <button
                type="button"
                aria-label={t('library.view.rename', [view.name])}
                onClick={() => setNaming(view.id)}
              >
                <Pencil aria-hidden size={12} />
              </button>
              <button type="button" aria-label={t('library.view.remove', [view.name])} onClick={() => remove(view)}>
                <X aria-hidden size={12} />
              </button>
            </li>
          ),
        )}
      </ul>
      {naming === 'new' ? (
        <ViewName name="" close={close} save={add} />
      ) : (
        canAdd && (
          <button type="button" onClick={() => setNaming('new')}>
            <Plus aria-hidden size={14} />
            {t('library.view.add')}
          </button>
        )
      )}
    </nav>
  );
}
