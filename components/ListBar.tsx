import { BookmarkPlus, Eye, EyeOff, Keyboard, Undo2 } from 'lucide-react';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { keyOf } from '../lib/keys';
import type { Library } from '../lib/library/contract';
import { type Filter, filters, type ListView } from '../lib/page/list-view';
import type { SavedPapers } from '../lib/page/saved-papers';
import type { PageTheme } from '../lib/page/theme';
import type { UndoStack } from '../lib/page/undo';
import type { LiveSettings } from '../lib/settings';
import { t } from '../lib/text';
import { Failure } from './Failure';

interface Props {
  view: ListView;
  library: Library;
  savedPapers: SavedPapers;
  undoStack: UndoStack;
  settings: LiveSettings;
  theme: PageTheme;
  showKeys(): void;
  /** Tells a screen reader what a sighted user sees. */
  say(text: string): void;
}

/** One quiet line over a list: how many papers, which of them are shown, and what can be done to all of these. */
export function ListBar({ view, library, savedPapers, undoStack, settings, theme, showKeys, say }: Props) {
  const look = useSyncExternalStore(theme.subscribe, () => theme.current);
  const counts = useSyncExternalStore(view.subscribe, () => view.counts);
  const filter = useSyncExternalStore(view.subscribe, () => view.filter);
  const last = useSyncExternalStore(undoStack.subscribe, () => undoStack.last);
  const { seen, keys, keyMap } = useSyncExternalStore(settings.subscribe, () => settings.current);
  const [failure, setFailure] = useState<unknown>();

  const attempt = (act: () => Promise<unknown>) =>
    act().then(
      () => setFailure(undefined),
      (error) => setFailure(error),
    );
  const show = (filter: Filter) => {
    view.show(filter);
    say(t('bar.shown', counts[filter]));
  };
  const saveShown = () => attempt(() => library.saveAll(view.shown.map(({ paper }) => paper)));
  const unsaved = view.shown.filter(({ paper }) => !savedPapers.get(paper.id)).length;
  const offered = filters.filter((each) => each !== 'new' || seen);

  return (
    <section className="entry bar" data-theme={look} aria-label={t('bar.label')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names a few buttons. */}
      <div className="buttons" role="group" aria-label={t('bar.show')}>
        {offered.map((each) => (
          <Toggle key={each} isOn={filter === each} onClick={() => show(each)}>
            {filterText(each, counts[each])}
          </Toggle>
        ))}
      </div>
      <div className="buttons">
        {(counts.hidden > 0 || view.isShowingHidden) && (
          <Toggle isOn={view.isShowingHidden} onClick={() => attempt(() => view.showHidden(!view.isShowingHidden))}>
            {view.isShowingHidden ? <Eye aria-hidden size={14} /> : <EyeOff aria-hidden size={14} />}
            {t(view.isShowingHidden ? 'bar.hideHidden' : 'bar.showHidden', [String(counts.hidden)])}
          </Toggle>
        )}
        {seen && (counts.seen > 0 || view.isHidingSeen) && (
          <Toggle isOn={view.isHidingSeen} onClick={() => attempt(() => view.hideSeen(!view.isHidingSeen))}>
            {view.isHidingSeen ? <EyeOff aria-hidden size={14} /> : <Eye aria-hidden size={14} />}
            {t(view.isHidingSeen ? 'bar.showSeen' : 'bar.hideSeen', [String(counts.seen)])}
          </Toggle>
        )}
        {unsaved > 0 && (
          <button type="button" onClick={saveShown}>
            <BookmarkPlus aria-hidden size={14} />
            {t('bar.saveShown', [String(unsaved)])}
          </button>
        )}
        {last && (
          <button type="button" onClick={() => attempt(() => undoStack.undo())}>
            <Undo2 aria-hidden size={14} />
            {t(`undo.${last.act}`, last.count)}
          </button>
        )}
        {keys && (
          <button type="button" title={t('bar.keysHint', [keyOf('help', keyMap)])} onClick={showKeys}>
            <Keyboard aria-hidden size={14} />
            {t('bar.keys')}
          </button>
        )}
      </div>
      {failure !== undefined && <Failure error={failure} />}
    </section>
  );
}

function Toggle({ isOn, onClick, children }: { isOn: boolean; onClick(): void; children: ReactNode }) {
  return (
    <button type="button" aria-pressed={isOn} onClick={onClick}>
      {children}
    </button>
  );
}

function filterText(filter: Filter, count: number): string {
  return filter === 'all' ? t('bar.all', count) : t(`bar.${filter}`, [String(count)]);
}
