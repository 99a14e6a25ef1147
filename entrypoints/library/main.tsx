import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { Formula } from '../../components/Formula';
import { FormulaContext } from '../../components/NoteText';
import { PaperList } from '../../components/PaperList';
import { client } from '../../lib/library/client';
import { openPaper } from '../../lib/open-paper';
import '../../components/page.css';
import './style.css';

client.find([]);

const root = document.getElementById('root');
if (!root) throw new Error('library.html has no #root.');
createRoot(root).render(
  <ErrorBoundary>
    <FormulaContext value={Formula}>
      <PaperList library={client} open={openPaper} hasTags />
    </FormulaContext>
  </ErrorBoundary>,
);
