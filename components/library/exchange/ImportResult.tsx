import type { Imported } from '../../../lib/import-batches';
import { t } from '../../../lib/text';

interface Props {
  imported: Imported;
  undo(): void;
  close(): void;
}

const kinds = ['new', 'merged', 'removed', 'same'] as const;

/** What became of the papers, and one undo for all of it. */
export function ImportResult({ imported: { counts, done, isCancelled }, undo, close }: Props) {
  return (
    <>
      <p role="status">{isCancelled ? t('exchange.stopped') : t('exchange.done')}</p>
      <ul className="counts">
        {kinds
          .filter((kind) => counts[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t(`exchange.kind.${kind}`, counts[kind], [counts[kind].toLocaleString()])}</li>
          ))}
      </ul>
      <div className="buttons">
        <button type="button" className="main" onClick={close}>
          {t('exchange.close')}
        </button>
        {done > 0 && (
          <button type="button" onClick={undo}>
            {t('exchange.undo')}
          </button>
        )}
      </div>
    </>
  );
}
