import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useEffect } from 'react';
import type { LivePlace, Look } from '../../lib/library-place';
import type { Paper, PaperId } from '../../lib/paper';
import { t } from '../../lib/text';
import { useInZotero } from '../in-zotero';
import { useActiveRow } from './active-row';
import { Columns } from './Columns';
import { isShowingKeys, toggleKeys } from './Keys';
import type { Wish } from './Library';
import { useReach } from './reach';
import type { Results } from './results';
import { rowAfter } from './row-moves';
import { rowId, ShelfRow } from './ShelfRow';
import type { Selection } from './selection';
import { useSteadyScroll } from './steady-scroll';

interface Props {
  results: Results;
  look: Look;
  live: LivePlace;
  selection: Selection;
  /** The paper whose details are shown. */
  opened: PaperId | undefined;
  list: RefObject<HTMLDivElement | null>;
  /** These rows are on screen. */
  show(first: number, last: number): void;
  /** The user wants to see a paper, and to go on there, in this part. */
  open(id: PaperId, part?: Wish['part']): void;
  /** The page of the paper. */
  visit(id: PaperId): void;
  remove(ids: PaperId[]): void;
  undo(): void;
}

/** Pixels, until a row was measured. */
const usualHeight = { cards: 108, columns: 36 };

/**
 * What a row is known by: in another look, it has another height. All rows that were
 * reached are asked for theirs whenever there are other results: of those that are not read, no text is made.
 */
function rowKey(look: Look, id: PaperId | undefined, index: number): string | number {
  if (id) return `${look} ${id}`;
  return look === 'cards' ? index : ~index;
}

/** The list: only rows near the screen are there, and it alone has the focus. */
export function Shelf(props: Props) {
  const { results, look, live, selection, opened, list, show, open, visit, remove, undo } = props;
  const { total } = results;
  const [active, activate] = useActiveRow(results);
  const { count, reachTo, reachScreen } = useReach(results.key, total, live.top ?? 0);
  const virtualizer = useVirtualizer({
    count,
    paddingEnd: (total - count) * usualHeight[look],
    getScrollElement: () => list.current,
    estimateSize: () => usualHeight[look],
    getItemKey: useCallback((index: number) => rowKey(look, results.at(index)?.paper.id, index), [look, results]),
    // At the top, somebody types, and waits for each row that is drawn.
    overscan: list.current?.scrollTop ? 8 : 4,
    // Firefox warns of pages that change places while it tells of scrolling; a moment later does as well.
    useFlushSync: false,
    // The active row is always there: the list names it as what has the focus.
    rangeExtractor: (range) =>
      active === undefined || active >= count
        ? defaultRangeExtractor(range)
        : [...new Set([...defaultRangeExtractor(range), active])].sort((a, b) => a - b),
  });
  reachScreen(virtualizer);
  const rows = virtualizer.getVirtualItems();
  const inZotero = useInZotero(rows.flatMap(({ index }) => idsOf(results.at(index)?.paper)));
  const [first, last] = [virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0];
  useEffect(() => show(first, last), [show, first, last]);
  useEffect(() => {
    // Whoever went on to the list before it had an answer is on its first row as well.
    if (active === undefined && document.activeElement === list.current) activate(live.top ?? 0);
  });
  const land = useSteadyScroll({ virtualizer, results, list, live });

  const go = (index: number) => {
    activate(index);
    reachTo(index);
    // What was not read yet has another height when it is.
    if (results.at(index)) virtualizer.scrollToIndex(index);
    else land(index, index < first ? 'top' : 'bottom');
  };
  const idAt = (index: number | undefined) => (index === undefined ? undefined : results.at(index)?.paper.id);

  const acts: Record<string, () => void> = {
    Enter: () => withActive((id) => open(id, 'all')),
    n: () => withActive((id) => open(id, 'note')),
    t: () => withActive((id) => open(id, 'tags')),
    o: () => withActive(visit),
    x: () => active !== undefined && selection.toggle(active),
    ' ': () => active !== undefined && selection.toggle(active),
    Escape: () => (selection.ids.size > 0 ? selection.clear() : live.close()),
    Delete: () => (selection.ids.size > 0 ? remove([...selection.ids]) : withActive((id) => remove([id]))),
    u: undo,
    '?': toggleKeys,
  };
  const withActive = (act: (id: PaperId) => void) => {
    const id = idAt(active);
    if (id) act(id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    if (event.nativeEvent.isComposing || event.altKey || (key === 'Escape' && isShowingKeys())) return;
    if (event.ctrlKey || event.metaKey) {
      const act = { a: selection.all, z: undo }[key];
      if (act) event.preventDefault();
      return act?.();
    }
    const screenful = Math.max(1, last - first - 1);
    const to = rowAfter(key, active ?? -1, total, screenful);
    if (to === undefined && !acts[key]) return;
    event.preventDefault();
    if (to === undefined) return acts[key]?.();
    if (shiftKey) selection.extend(active ?? to, to);
    else selection.startAt(to);
    go(to);
  };

  const onClick = (event: MouseEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[role="option"]');
    const index = Number(row?.dataset.index);
    if (!row || !getSelection()?.isCollapsed) return; // Somebody selects text.
    activate(index);
    const id = idAt(index);
    if (event.shiftKey) selection.extend(active ?? index, index);
    else if (event.ctrlKey || event.metaKey || (event.target as Element).closest('.check')) selection.toggle(index);
    else if (id) {
      selection.startAt(index);
      open(id);
    }
  };

  return (
    <>
      {look === 'columns' && <Columns live={live} />}
      <div
        ref={list}
        className="shelf"
        role="listbox"
        aria-label={t('list.title')}
        aria-multiselectable
        aria-activedescendant={active === undefined ? undefined : rowId(active)}
        tabIndex={0}
        onFocus={() => active === undefined && activate(first)}
        onKeyDown={onKeyDown}
        onClick={onClick}
        // Shift and a click select rows, and no text.
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
      >
        <div className="rows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, key, start }) => {
            const saved = results.at(index);
            return (
              <ShelfRow
                key={key}
                ref={virtualizer.measureElement}
                {...{ saved, index, total, start, look }}
                isActive={index === active}
                isInZotero={idsOf(saved?.paper).some((id) => inZotero.has(id))}
                isSelected={saved !== undefined && selection.ids.has(saved.paper.id)}
                isOpen={saved !== undefined && saved.paper.id === opened}
              />
            );
          })}
        </div>
      </div>
    </>
  );
}

function idsOf(paper: Paper | undefined): PaperId[] {
  return paper ? [paper.id, ...(paper.aliases ?? [])] : [];
}
