import { Trash2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Library } from '../../lib/library/contract';
import { markMany } from '../../lib/mark-many';
import { type MarksChange, statuses, tagKey } from '../../lib/marks';
import type { PaperId } from '../../lib/paper';
import { t } from '../../lib/text';
import type { useOutcome } from '../Outcome';
import { TagField } from '../TagField';
import type { Selection } from './selection';

interface Props {
  library: Library;
  selection: Selection;
  remove(ids: PaperId[]): void;
  attempt: ReturnType<typeof useOutcome>['attempt'];
}

/** What can be done with all selected papers, each as one act. */
export function BulkActions({ library, selection, remove, attempt }: Props) {
  const { ids } = selection;
  const [turn, setTurn] = useState(0);
  const tags = useTagsOf(library, ids, turn);

  const mark = async (change: MarksChange, text: string) => {
    let undo = async () => {};
    const act = async () => {
      undo = await markMany(library, [...ids], change);
    };
    const look = () => setTurn((turn) => turn + 1);
    const isDone = await attempt(act, { text, undo: () => undo().then(look) });
    look();
    return isDone;
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names what the buttons are for.
    <div className="tools bulk" role="group" aria-label={t('library.selected.label')}>
      <p role="status">{t('library.selected.count', ids.size)}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
      <div className="buttons" role="group" aria-label={t('marks.statusLabel')}>
        {statuses.map((status) => (
          <button
            key={status}
            type="button"
            onClick={() =>
              mark({ status }, t('library.selected.status', ids.size, [String(ids.size), t(`marks.status.${status}`)]))
            }
          >
            {t(`marks.status.${status}`)}
          </button>
        ))}
        <button type="button" onClick={() => mark({ status: null }, t('library.selected.noStatus', ids.size))}>
          {t('marks.noStatus')}
        </button>
      </div>
      <div className="marks-editor">
        <TagField tags={tags} library={library} change={mark} />
      </div>
      <div className="buttons">
        <button type="button" onClick={() => remove([...ids])}>
          <Trash2 aria-hidden size={13} />
          {t('item.remove')}
        </button>
        <button type="button" onClick={selection.clear}>
          <X aria-hidden size={14} />
          {t('library.selected.clear')}
        </button>
      </div>
    </div>
  );
}

/** The tags that any of these papers has. */
function useTagsOf(library: Library, ids: ReadonlySet<PaperId>, turn: number): string[] {
  const [tags, setTags] = useState<string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change they are looked at again.
  useEffect(() => {
    let isWanted = true;
    library.find([...ids]).then(
      (found) => {
        const all = Object.values(found).flatMap((paper) => paper?.tags ?? []);
        if (isWanted) setTags([...new Map(all.map((tag) => [tagKey(tag), tag])).values()].sort());
      },
      // What follows asks the library too, and says what is wrong.
      (error) => console.warn('Papergloss could not read the tags of the selected papers.', error),
    );
    return () => {
      isWanted = false;
    };
  }, [library, ids, turn]);
  return tags;
}
