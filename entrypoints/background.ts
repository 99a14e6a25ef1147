import { defineBackground } from 'wxt/utils/define-background';
import { serveAlwaysOn } from '../lib/always-on';
import { keepBackups } from '../lib/backup/keep';
import { serveBadge } from '../lib/badge';
import { serveFindTriggers } from '../lib/find-triggers';
import { library } from '../lib/library/library';
import { recoverDrafts } from '../lib/library/recover';
import { keepSearchIndex } from '../lib/library/search-upkeep';
import { serve } from '../lib/library/server';
import { purgeOld } from '../lib/library/trash';
import { serveOmnibox } from '../lib/omnibox';
import { serveOpenTab } from '../lib/open-tab';
import { annotateOpenTabs } from '../lib/open-tabs';
import { serveServices } from '../lib/services/server';
import { serveSidePanel } from '../lib/side-panel';

export default defineBackground({
  persistent: false,
  main() {
    const ready = recoverDrafts(library);
    serve(library, ready);
    ready.then(purgeOld);
    keepSearchIndex();
    serveServices();
    keepBackups();
    serveBadge();
    annotateOpenTabs();
    serveAlwaysOn();
    serveFindTriggers();
    serveOpenTab();
    serveSidePanel();
    serveOmnibox();
  },
});
