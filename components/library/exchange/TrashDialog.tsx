import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { Library } from '../../../lib/library/contract';
import { trashedPapers } from '../../../lib/library/trashed-papers';
import type { PaperId } from '../../../lib/paper';
import { t } from '../../../lib/text';
import { trashDays } from '../../../lib/trash-days';
import { OutcomeLine, useOutcome } from '../../Outcome';
import { Dialog } from './Dialog';
import { EmptyTrash } from './EmptyTrash';
import { TrashedItem } from './TrashedItem';

interface Props {
  library: Library;
  close(): void;
}

/** So many are shown at first, and so many more each time. */
const atOnce = 100;

/** What was removed: to look at, to restore, or to delete for good. */
export function TrashDialog({ library, close }: Props) {
  const [limit, setLimit] = useState(atOnce);
  const trash = useLiveQuery(async () => trashedPapers(limit), [limit]);
  const [selected, setSelected] = useState<ReadonlySet<PaperId>>(new Set());
  const told = useOutcome();
  const list = useRef<HTMLUListElement>(null);
  const papers = trash?.papers ?? [];
  const chosen = papers.map(({ paper }) => paper.id).filter((id) => selected.has(id));

  const restore = async (ids: PaperId[]) => {
    const text = t('trash.restored', ids.length, [ids.length.toLocaleString()]);
    await told.attempt(() => library.restoreAll(ids), { text, undo: () => library.removeAll(ids) });
  };
  const toggle = (id: PaperId) => {
    const others = new Set(selected);
    if (!others.delete(id)) others.add(id);
    setSelected(others);
  };
  const empty = (until: number) => told.attempt(() => library.emptyTrash(until), { text: t('trash.emptied') });

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever papers come or go.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, [trash]);

  return (
    <Dialog title={t('trash.title')} close={close}>
      <p className="hint">{t('trash.hint', [String(trashDays)])}</p>
      {trash && trash.total === 0 && <p>{t('trash.empty')}</p>}
      {trash && trash.total > 0 && (
        <>
          <div className="buttons">
            <label>
              <input
                type="checkbox"
                checked={chosen.length === papers.length}
                ref={(box) => {
                  if (box) box.indeterminate = chosen.length > 0 && chosen.length < papers.length;
                }}
                onChange={({ currentTarget }) =>
                  setSelected(new Set(currentTarget.checked ? papers.map(({ paper }) => paper.id) : []))
                }
              />
              {t('trash.selectAll')}
            </label>
            {chosen.length > 0 && (
              <button type="button" className="main" onClick={() => restore(chosen)}>
                {t('trash.restoreSelected', chosen.length, [chosen.length.toLocaleString()])}
              </button>
            )}
            <EmptyTrash total={trash.total} latest={papers[0]?.removedAt ?? 0} empty={empty} />
          </div>
          <ul className="trashed" aria-label={t('trash.title')} tabIndex={-1} ref={list}>
            {papers.map((paper) => (
              <TrashedItem
                key={paper.paper.id}
                trashed={paper}
                isSelected={selected.has(paper.paper.id)}
                toggle={() => toggle(paper.paper.id)}
                restore={() => restore([paper.paper.id])}
              />
            ))}
          </ul>
          {papers.length < trash.total && (
            <button type="button" onClick={() => setLimit(limit + atOnce)}>
              {t('trash.more')}
            </button>
          )}
        </>
      )}
      <OutcomeLine {...told} />
    </Dialog>
  );
}
