import { defineContentScript } from 'wxt/utils/define-content-script';
import { EntryControls } from '../../components/EntryControls';
import { followSavedOnPage } from '../../lib/badge';
import { onChange } from '../../lib/library/changes';
import { client } from '../../lib/library/client';
import { Leftovers } from '../../lib/page/leftovers';
import { mounter } from '../../lib/page/mount';
import { pageLoad } from '../../lib/page/page-load';
import { SavedPapers } from '../../lib/page/saved-papers';
import { shieldKeys } from '../../lib/page/shield';
import { PageTheme } from '../../lib/page/theme';
import { type Entry, watchEntries } from '../../lib/page/watch';
import { matches, siteAt } from '../../lib/sites';
import { rememberTextsOnRow } from '../../lib/text';
import style from './style.css?inline';

export default defineContentScript({
  matches,
  runAt: 'document_end',
  async main({ signal }) {
    const site = siteAt(location.href);
    if (!site) return;
    if (site.hydrates) await pageLoad(document, signal);

    rememberTextsOnRow();
    const leftovers = new Leftovers(document);
    const savedPapers = new SavedPapers(client);
    const theme = new PageTheme();
    const mount = mounter(style, signal);

    const show = async (entries: Entry[]) => {
      for (const { paper, signal } of entries) signal.addEventListener('abort', () => savedPapers.drop(paper.id));
      const known = savedPapers.add(entries.map(({ paper }) => paper.id));
      // Without an answer the controls still come: they say what is wrong to whoever uses them.
      await known.catch((error) => console.warn('Papergloss could not read the library.', error));
      theme.follow(entries[0]?.anchor);
      for (const entry of entries) {
        const { paper } = entry;
        mount(entry, <EntryControls {...{ paper, savedPapers, theme }} library={client} />);
        leftovers.adopt(paper, client).catch((error) => console.error('Papergloss could not save a note.', error));
      }
    };

    shieldKeys(window, signal);
    theme.watch(document, signal);
    onChange((ids) => savedPapers.refresh(ids), signal);
    // A page that comes back from the back/forward cache heard nothing meanwhile.
    window.addEventListener('pageshow', ({ persisted }) => persisted && savedPapers.refresh(), { signal });
    followSavedOnPage(savedPapers);
    watchEntries(document, site, show, signal);
  },
});
