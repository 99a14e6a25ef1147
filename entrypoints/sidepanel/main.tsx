import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { PageLinks } from '../../components/PageLinks';
import { PaperList } from '../../components/PaperList';
import { LibraryDoor } from '../../components/safety/LibraryDoor';
import { client } from '../../lib/library/client';
import { openPaper } from '../../lib/open-paper';
import { wakeBackground } from '../../lib/wake';
import '../../components/page.css';
import './style.css';

wakeBackground();

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
