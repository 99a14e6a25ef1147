import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { PaperList } from '../../components/PaperList';
import { client } from '../../lib/library/client';
import { openPaper } from '../../lib/open-paper';
import './style.css';

// Starts the background if it sleeps: it takes in what was typed on a page that was closed.
client.find([]);

const root = document.getElementById('root');
if (!root) throw new Error('popup.html has no #root.');
createRoot(root).render(
  <ErrorBoundary>
    <PaperList library={client} open={openPaper} />
  </ErrorBoundary>,
);
