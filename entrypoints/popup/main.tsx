import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { PageLinks } from '../../components/PageLinks';
import { PaperList } from '../../components/PaperList';
import { LibraryDoor } from '../../components/safety/LibraryDoor';
import { ThisPage } from '../../components/ThisPage';
import { client } from '../../lib/library/client';
import { openPaper } from '../../lib/open-paper';
import { openSidePanel } from '../../lib/side-panel';
import { t } from '../../lib/text';
import { wakeBackground } from '../../lib/wake';
import '../../components/page.css';
import './style.css';

wakeBackground();

const root = document.getElementById('root');
if (!root) throw new Error('popup.html has no #root.');
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
createRoot(root).render(
  <ErrorBoundary>
    <LibraryDoor>
      {tab?.id !== undefined && tab.url && <ThisPage tab={{ id: tab.id, url: tab.url }} close={() => window.close()} />}
      <PaperList library={client} open={openPaper} />
      <PageLinks>
        {tab && (
          <button type="button" onClick={() => openSidePanel(tab.windowId).then(() => window.close())}>
            {t('pages.sidePanel')}
          </button>
        )}
      </PageLinks>
    </LibraryDoor>
  </ErrorBoundary>,
);

// Firefox loads a popup elsewhere and moves it to where it is seen: the focus can be lost on the way.
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('[type="search"]')?.focus();
});
