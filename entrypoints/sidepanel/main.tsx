import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { PageLinks } from '../../components/PageLinks';
import { PaperList } from '../../components/PaperList';
import { client } from '../../lib/library/client';
import { openPaper } from '../../lib/open-paper';
import '../../components/page.css';
import './style.css';

// Starts the background if it sleeps: it takes in what was typed on a page that was closed.
client.find([]);

const root = document.getElementById('root');
if (!root) throw new Error('sidepanel.html has no #root.');
createRoot(root).render(
  <ErrorBoundary>
    <PaperList library={client} open={openPaper} />
    <PageLinks />
  </ErrorBoundary>,
);
