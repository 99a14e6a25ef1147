import { defineContentScript } from 'wxt/utils/define-content-script';
import { annotator } from '../../components/annotate';
import { linksOn } from '../../components/links';
import { onFindPapers } from '../../lib/find-papers';
import { pageLoad } from '../../lib/page/page-load';
import { matches, siteAt } from '../../lib/sites';
import { rememberTextsOnRow } from '../../lib/text';
import style from './style.css?inline';

/** On the listed sites by itself; on any other page when the user asks for it, once or always. */
export default defineContentScript({
  matches,
  runAt: 'document_end',
  async main({ signal }) {
    const site = siteAt(location.href);
    // Of a site that nobody knows, nobody knows whether its scripts take over its markup.
    const ready = site && !site.hydrates ? Promise.resolve() : pageLoad(document, signal);
    const page = ready.then(() => {
      rememberTextsOnRow();
      const annotators = annotator(document, site, style, signal);
      return { annotators, links: linksOn({ document, site, annotator: annotators, css: style, signal }) };
    });
    onFindPapers(() => page.then(({ links }) => links.find()), signal);

    const { annotators, links } = await page;
    if (site) annotators.annotate(site, links.scanned);
    else links.watch();
  },
});
