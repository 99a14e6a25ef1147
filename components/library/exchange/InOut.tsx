import { ArrowDownUp } from 'lucide-react';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { readInWorker } from '../../../lib/file-reader';
import { writeInWorker } from '../../../lib/file-writer';
import type { Library } from '../../../lib/library/contract';
import type { LiveSettings } from '../../../lib/settings';
import { t } from '../../../lib/text';
import type { ExportScope } from './exporting';
import type { Source } from './importing';

// Few who come to find a paper want to import one.
const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog')).ImportDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog')).ExportDialog }));
const TrashDialog = lazy(async () => ({ default: (await import('./TrashDialog')).TrashDialog }));

const menuId = 'in-out';

/** What the user wants to do with the library as a whole. Each new object is a new wish. */
export type InOutWish = { open: 'import'; files?: File[]; source?: Source | undefined } | { open: 'export' | 'trash' };

interface Props {
  library: Library;
  settings: LiveSettings;
  /** What of it can be exported. */
  scopes(): ExportScope[];
  wish: InOutWish | undefined;
  setWish(wish: InOutWish | undefined): void;
  onLongWork(isGoingOn: boolean): void;
}

/** A menu for import, export and the trash, and the windows that it opens. What is dropped on the page is imported. */
export function InOut({ library, settings, scopes, wish, setWish, onLongWork }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const isDropping = useDrop((files) => setWish({ open: 'import', files }));

  const isOpen = wish !== undefined;
  /** Where one goes on afterwards. */
  const opener = useRef<Element>(null);
  useLayoutEffect(() => {
    if (!isOpen) return;
    // The window has not taken the focus yet.
    opener.current = document.activeElement;
  }, [isOpen]);
  useEffect(() => {
    const before = opener.current;
    if (isOpen || !before) return;
    // Only now is the rest of the page to be reached again.
    const isThere = before instanceof HTMLButtonElement && before.isConnected && !before.closest('[popover]');
    (isThere ? before : button.current)?.focus();
    opener.current = null;
  }, [isOpen]);

  const close = () => setWish(undefined);
  return (
    <>
      <button
        type="button"
        ref={button}
        popoverTarget={menuId}
        aria-label={t('exchange.menu')}
        title={t('exchange.menu')}
      >
        <ArrowDownUp aria-hidden size={16} />
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names what the buttons are for. */}
      <div id={menuId} popover="auto" role="group" aria-label={t('exchange.menu')} className="in-out">
        <button type="button" onClick={() => setWish({ open: 'import' })}>
          {t('exchange.import')}
        </button>
        <button type="button" onClick={() => setWish({ open: 'export' })}>
          {t('exchange.export')}
        </button>
        <button type="button" onClick={() => setWish({ open: 'trash' })}>
          {t('exchange.trash')}
        </button>
      </div>
      {isDropping && <p className="drop">{t('exchange.drop')}</p>}
      <Suspense>
        {wish?.open === 'import' && (
          <ImportDialog
            {...{ library, onLongWork, close }}
            readFile={readInWorker}
            files={wish.files}
            source={wish.source}
          />
        )}
        {wish?.open === 'export' && (
          <ExportDialog {...{ settings, close }} writeFile={writeInWorker} scopes={scopes()} />
        )}
        {wish?.open === 'trash' && <TrashDialog {...{ library, close }} />}
      </Suspense>
    </>
  );
}

/** Files that are dropped anywhere on the page; returns whether some are being held over it. */
function useDrop(take: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      // A window is open: what is dropped on it goes nowhere.
      const isFree = document.querySelector('dialog[open]') === null;
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(isFree && event.type !== 'dragleave');
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault(); // The browser would show the file instead of the library.
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && document.querySelector('dialog[open]') === null) latest.current(files);
    };
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('dragleave', over, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => controller.abort();
  }, []);
  return isOver;
}
