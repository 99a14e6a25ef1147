import { useLiveQuery } from 'dexie-react-hooks';
import { Download, Trash2, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { Library } from '../../lib/library/contract';
import { tagsOf } from '../../lib/library/queries';
import { markMany } from '../../lib/mark-many';
import { type MarksChange, statuses } from '../../lib/marks';
import type { PaperId } from '../../lib/paper';
import type { LiveSettings } from '../../lib/settings';
import { t } from '../../lib/text';
import type { Outcome, useOutcome } from '../Outcome';
import { SendToZotero } from '../SendToZotero';
import { TagField } from '../TagField';
import { CompleteFrom } from './CompleteFrom';
import type { Selection } from './selection';

interface Props {
  library: Library;
  settings: LiveSettings;
  selection: Selection;
  /** Some papers are being completed already: others must wait. */
  isCompleting: boolean;
  remove(ids: PaperId[]): void;
  exportThem(): void;
  attempt: ReturnType<typeof useOutcome>['attempt'];
}

/** What can be done with all selected papers, each as one act. */
export function BulkActions({ library, settings, selection, isCompleting, remove, exportThem, attempt }: Props) {
  const { ids } = selection;
  const canComplete = useSyncExternalStore(settings.subscribe, () => settings.current.completion);
  const tags = useLiveQuery(async () => tagsOf(ids), [ids]) ?? [];

  const mark = (change: MarksChange, text: string) => {
    const done: Outcome = { text };
    return attempt(async (onProgress) => {
      done.undo = await markMany(library, [...ids], change, onProgress);
    }, done);
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
        <TagField tags={tags} few={12} library={library} change={mark} />
      </div>
      {canComplete && !isCompleting && <CompleteFrom papers={[...ids]} attempt={attempt} />}
      <div className="buttons">
        <button type="button" onClick={exportThem}>
          <Download aria-hidden size={13} />
          {t('exchange.export')}
        </button>
        <button type="button" onClick={() => remove([...ids])}>
          <Trash2 aria-hidden size={13} />
          {t('item.remove')}
        </button>
        <button type="button" onClick={selection.clear}>
          <X aria-hidden size={14} />
          {t('library.selected.clear')}
        </button>
        <SendToZotero papers={[...ids]} attempt={attempt} />
      </div>
    </div>
  );
}
