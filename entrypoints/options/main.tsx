import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { Options } from '../../components/Options';
import '../../components/page.css';
import './style.css';

const root = document.getElementById('root');
if (!root) throw new Error('options.html has no #root.');
createRoot(root).render(
  <ErrorBoundary>
    <Options />
  </ErrorBoundary>,
);
