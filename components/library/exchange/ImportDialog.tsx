import { useEffect, useState } from 'react';
import { bookmarkedPapers, mayReadBookmarks } from '../../../lib/bookmarks';
import type { ReadFile } from '../../../lib/file-reader';
import type { Library } from '../../../lib/library/contract';
import { t } from '../../../lib/text';
import { Failure } from '../../Failure';
import { Dialog } from './Dialog';
import { ImportPreview } from './ImportPreview';
import { ImportResult } from './ImportResult';
import { ImportSource } from './ImportSource';
import { filesAsSource, type Source, useImport } from './importing';
import { PastImports } from './PastImports';
import { Step } from './Step';

interface Props {
  library: Library;
  readFile: ReadFile;
  /** Those that were dropped on the page. */
  files?: File[] | undefined;
  /** What is looked at at once, such as a backup. */
  source?: Source | undefined;
  /** Something begins that changes much of the library, or is over. */
  onLongWork?(isGoingOn: boolean): void;
  close(): void;
}

/** With more papers than this, an import is long. */
const many = 200;

/** From a file to the library: choose, look, import, and undo. */
export function ImportDialog({ library, readFile, files, source, onLongWork, close }: Props) {
  const { step, look, take, undo, cancel, back, refuse } = useImport(library);
  const [dropped] = useState(files);
  const [given] = useState(source);
  const lookAt = (files: { file: Blob; name: string }[]) => look(filesAsSource(files, readFile));

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped is looked at once.
  useEffect(() => {
    if (given) look(given);
    else if (dropped?.length) lookAt(dropped.map((file) => ({ file, name: file.name })));
  }, [dropped, given]);

  const lookAtBookmarks = async () => {
    if (await mayReadBookmarks()) await look({ name: t('exchange.bookmarksName'), read: bookmarkedPapers });
    else refuse(new Error(t('exchange.bookmarksRefused')));
  };

  const isBusy = step.at === 'importing' || step.at === 'undoing';
  const isLong = step.at === 'importing' ? step.total > many : step.at === 'undoing';
  useEffect(() => {
    if (!isLong) return;
    onLongWork?.(true);
    return () => onLongWork?.(false);
  }, [isLong, onLongWork]);

  return (
    <Dialog title={t('exchange.import')} isBusy={isBusy} close={close}>
      {'failure' in step && step.failure !== undefined && <Failure error={step.failure} />}
      {step.at === 'choosing' && (
        <Step title={t('exchange.title.choosing')} isFirst>
          <ImportSource look={lookAt} lookAtBookmarks={() => lookAtBookmarks().catch(refuse)} />
          <PastImports undo={undo} />
        </Step>
      )}
      {step.at === 'reading' && (
        <Step title={t('exchange.title.reading')}>
          <p role="status">{step.isRead ? t('exchange.comparing') : t('exchange.reading', [step.name])}</p>
          <progress aria-label={t('exchange.title.reading')} />
          <button type="button" onClick={cancel}>
            {t('exchange.cancel')}
          </button>
        </Step>
      )}
      {step.at === 'preview' && (
        <Step title={t('exchange.title.preview')}>
          <ImportPreview preview={step.preview} take={() => take(step.preview)} back={back} />
        </Step>
      )}
      {step.at === 'importing' && (
        <Step title={t('exchange.title.importing')}>
          <progress aria-label={t('exchange.progress')} max={step.total} value={step.progress?.done ?? 0} />
          <p>{t('exchange.imported', [(step.progress?.done ?? 0).toLocaleString(), step.total.toLocaleString()])}</p>
          <button type="button" onClick={cancel}>
            {t('exchange.cancel')}
          </button>
        </Step>
      )}
      {step.at === 'done' && (
        <Step title={t('exchange.title.done')}>
          <ImportResult imported={step.imported} undo={() => undo(step.imported.id)} close={close} />
        </Step>
      )}
      {step.at === 'undoing' && (
        <Step title={t('exchange.title.undoing')}>
          <p role="status">{t('exchange.undoing')}</p>
          <progress aria-label={t('exchange.title.undoing')} />
        </Step>
      )}
      {step.at === 'undone' && (
        <Step title={t('exchange.title.undone')}>
          <p role="status">{t('exchange.undone')}</p>
          <button type="button" className="main" onClick={close}>
            {t('exchange.close')}
          </button>
        </Step>
      )}
    </Dialog>
  );
}
