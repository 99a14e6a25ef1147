import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { followBackups } from '../../lib/backup/follow';
import { client } from '../../lib/library/client';
import { LivePlace } from '../../lib/library-place';
import { openPaper } from '../../lib/open-paper';
import { LiveSettings } from '../../lib/settings';
import { wakeBackground } from '../../lib/wake';
import { ErrorBoundary } from '../ErrorBoundary';
import { Formula } from '../Formula';
import { FormulaContext } from '../NoteText';
import { LibraryDoor } from '../safety/LibraryDoor';
import { Library } from './Library';

/** Shows the library in this page, for as long as it is open: in a tab, or in a panel beside one. */
export function showLibrary({ isPanel = false } = {}): void {
  wakeBackground();
  const { signal } = new AbortController();
  const settings = new LiveSettings(signal);
  const live = new LivePlace(signal);
  followBackups(settings, signal);

  const root = document.getElementById('root');
  if (!root) throw new Error('This page has no #root.');
  createRoot(root).render(
    <ErrorBoundary>
      <LibraryDoor>
        <Suspense>
          <FormulaContext value={Formula}>
            <Library library={client} settings={settings} live={live} openPage={openPaper} isPanel={isPanel} />
          </FormulaContext>
        </Suspense>
      </LibraryDoor>
    </ErrorBoundary>,
  );
}
