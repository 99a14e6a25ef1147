import { useLiveQuery } from 'dexie-react-hooks';
import { pastImports } from '../../../lib/library/import-preview';
import { t } from '../../../lib/text';

/** What was imported before, and can still be undone as a whole. */
export function PastImports({ undo }: { undo(id: string): void }) {
  const imports = useLiveQuery(async () => pastImports()) ?? [];
  if (imports.length === 0) return null;
  return (
    <>
      <h3>{t('exchange.past')}</h3>
      <ul className="past">
        {imports.map(({ id, name, startedAt, endedAt, isHalfUndone }) => {
          const time = new Date(startedAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
          const state = isHalfUndone ? t('exchange.halfUndone') : endedAt ? '' : t('exchange.unfinished');
          return (
            <li key={id}>
              <span>
                {t('exchange.pastAt', [name, time])}
                {state && ` (${state})`}
              </span>
              <button type="button" aria-label={t('exchange.undoOf', [name])} onClick={() => undo(id)}>
                {t('options.undo')}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
