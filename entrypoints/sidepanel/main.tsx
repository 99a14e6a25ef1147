import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { PageLinks } from '../../components/PageLinks';
import { PaperList } from '../../components/PaperList';
import { LibraryDoor } from '../../components/safety/LibraryDoor';
import { followBackups } from '../../lib/backup/follow';
import { client } from '../../lib/library/client';
import { openPaper } from '../../lib/open-paper';
import { LiveSettings } from '../../lib/settings';
import { wakeBackground } from '../../lib/wake';
import '../../components/page.css';
import './style.css';

wakeBackground();

// For as long as the panel is open.
const { signal } = new AbortController();
followBackups(new LiveSettings(signal), signal);

const root = document.getElementById('root');
if (!root) throw new Error('sidepanel.html has no #root.');
createRoot(root).render(
  <ErrorBoundary>
    <LibraryDoor>
      <PaperList library={client} open={openPaper} />
      <PageLinks />
    </LibraryDoor>
  </ErrorBoundary>,
);
