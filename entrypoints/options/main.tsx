import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { Options } from '../../components/Options';
import { LibraryDoor } from '../../components/safety/LibraryDoor';
import { followBackups } from '../../lib/backup/follow';
import { client } from '../../lib/library/client';
import { LiveSettings } from '../../lib/settings';
import '../../components/page.css';
import './style.css';

// For as long as the page is open.
const { signal } = new AbortController();
const settings = new LiveSettings(signal);
followBackups(settings, signal);

const root = document.getElementById('root');
if (!root) throw new Error('options.html has no #root.');
createRoot(root).render(
  <ErrorBoundary>
    <LibraryDoor>
      <Suspense>
        <Options settings={settings} library={client} />
      </Suspense>
    </LibraryDoor>
  </ErrorBoundary>,
);
