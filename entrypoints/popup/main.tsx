import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { PaperList } from '../../components/PaperList';
import { ThisPage } from '../../components/ThisPage';
import { client } from '../../lib/library/client';
import { openPaper } from '../../lib/open-paper';
import { t } from '../../lib/text';
import '../../components/page.css';
import './style.css';

// Starts the background if it sleeps: it takes in what was typed on a page that was closed.
client.find([]);

const root = document.getElementById('root');
if (!root) throw new Error('popup.html has no #root.');
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
createRoot(root).render(
  <ErrorBoundary>
    {tab?.id !== undefined && tab.url && <ThisPage tab={{ id: tab.id, url: tab.url }} close={() => window.close()} />}
    <PaperList library={client} open={openPaper} />
    <nav>
      <a href="library.html" target="_blank" rel="noopener">
        {t('pages.library')}
      </a>
      <a href="options.html" target="_blank" rel="noopener">
        {t('pages.options')}
      </a>
    </nav>
  </ErrorBoundary>,
);

// Firefox loads a popup elsewhere and moves it to where it is seen: the focus can be lost on the way.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('[type="search"]')?.focus();
});
