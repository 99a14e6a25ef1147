import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { Formula } from '../../components/Formula';
import { Library } from '../../components/library/Library';
import { FormulaContext } from '../../components/NoteText';
import { LibraryDoor } from '../../components/safety/LibraryDoor';
import { followBackups } from '../../lib/backup/follow';
import { client } from '../../lib/library/client';
import { LivePlace } from '../../lib/library-place';
import { openPaper } from '../../lib/open-paper';
import { LiveSettings } from '../../lib/settings';
import { wakeBackground } from '../../lib/wake';
import '../../components/page.css';
import './style.css';

wakeBackground();

// For as long as the page is open.
const { signal } = new AbortController();
const settings = new LiveSettings(signal);
const live = new LivePlace(signal);
followBackups(settings, signal);

const root = document.getElementById('root');
if (!root) throw new Error('library.html has no #root.');
createRoot(root).render(
  <ErrorBoundary>
    <LibraryDoor>
      <Suspense>
        <FormulaContext value={Formula}>
          <Library library={client} settings={settings} live={live} openPage={openPaper} />
        </FormulaContext>
      </Suspense>
    </LibraryDoor>
  </ErrorBoundary>,
);
