import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { Formula } from '../../components/Formula';
import { Library } from '../../components/library/Library';
import { FormulaContext } from '../../components/NoteText';
import { client } from '../../lib/library/client';
import { LivePlace } from '../../lib/library-place';
import { openPaper } from '../../lib/open-paper';
import { LiveSettings } from '../../lib/settings';
import '../../components/page.css';
import './style.css';

// Starts the background if it sleeps: it takes in what was typed on a page that was closed.
client.find([]);

// For as long as the page is open.
const { signal } = new AbortController();
const settings = new LiveSettings(signal);
const live = new LivePlace(signal);

const root = document.getElementById('root');
if (!root) throw new Error('library.html has no #root.');
createRoot(root).render(
  <ErrorBoundary>
    <Suspense>
      <FormulaContext value={Formula}>
        <Library library={client} settings={settings} live={live} openPage={openPaper} />
      </FormulaContext>
    </Suspense>
  </ErrorBoundary>,
);
