import { closedNotices, closeNotice } from '../lib/page/closed-notices';
import { showNotice } from '../lib/page/notice';
import { placesOn } from '../lib/sites';
import { anywhereOn, isFullOfPapers } from '../lib/sites/anywhere';
import type { Site } from '../lib/sites/site';
import { structureOf } from '../lib/sites/structure';
import { t } from '../lib/text';
import type { Annotator } from './annotate';
import { CopyButton } from './CopyButton';
import { Notice } from './Notice';

/** Milliseconds that a page of a known site may show identifiers but no entry, before it is taken for a changed one. */
const patience = 2000;

/** Milliseconds for which the page says what was found on it. */
const readingTime = 6000;

interface Page {
  document: Document;
  /** The site that the page is of, if Papergloss knows it. */
  site: Site | undefined;
  annotator: Annotator;
  css: string;
  signal: AbortSignal;
}

/** Finding papers by their links: on pages of no known site, and where a known site is not recognised any more. */
export function linksOn({ document: page, site, annotator: { annotate, theme }, css, signal }: Page) {
  let count = 0;
  let isWatching = false;
  let whenCounted: (() => void) | undefined;
  let entriesOfSite = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));

  const watch = (counted?: () => void) => {
    whenCounted = counted;
    if (isWatching) return whenCounted?.();
    isWatching = true;
    annotate(besides(site, anywhereOn(page.location.href, site?.name)), (entries, isComplete) => {
      count = entries;
      if (!isComplete) return;
      whenCounted?.();
      whenCounted = undefined;
    });
  };

  const say = (text: string, forReading: boolean, actions?: React.ReactNode, onClose?: () => void) => {
    theme.follow(page.body);
    const notice = (end: () => void) => {
      const close = () => {
        end();
        onClose?.();
      };
      return <Notice {...{ theme, text, close }}>{actions}</Notice>;
    };
    const close = showNotice(page, notice, css, signal);
    if (forReading) setTimeout(close, readingTime);
  };

  const saySiteChanged = async (site: Site) => {
    if ((await closedNotices()).includes(site.name)) return;
    const report = <CopyButton text={structureOf(page)} label={t('notice.copyReport')} />;
    say(t('notice.siteChanged'), false, report, () => closeNotice(site.name));
  };

  return {
    watch,

    /** The user asked for papers on this page: finds them, and says how many. */
    find() {
      if (entriesOfSite > 0) return say(t('notice.alreadyFound', entriesOfSite), true);
      watch(() => say(count > 0 ? t('notice.found', count) : t('notice.noneFound'), true));
    },

    /** The site's own lists were looked for, and this many entries were found. */
    scanned(entries: number, isComplete: boolean) {
      entriesOfSite = entries;
      clearTimeout(timer);
      if (!site || isWatching || entries > 0 || !isComplete || !isExpected(site, page.location)) return;
      timer = setTimeout(() => {
        if (!isExpected(site, page.location) || !isFullOfPapers(page)) return;
        watch();
        saySiteChanged(site);
      }, patience);
    },
  };
}

function isExpected({ expected }: Site, { pathname, search }: Location): boolean {
  return expected.test(pathname + search);
}

/** Links count only as long as the site's own lists are not there: what one has found, the other need not find. */
function besides(site: Site | undefined, links: Site): Site {
  if (!site) return links;
  const lists = links.lists.map((list) => ({
    ...list,
    entry: (page: ParentNode) => {
      if (placesOn(page, site).length > 0) return [];
      return typeof list.entry === 'string' ? Array.from(page.querySelectorAll(list.entry)) : list.entry(page);
    },
  }));
  return { ...links, lists };
}
