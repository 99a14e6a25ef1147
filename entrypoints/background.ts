import { defineBackground } from 'wxt/utils/define-background';
import { serveAlwaysOn } from '../lib/always-on';
import { serveBadge } from '../lib/badge';
import { serveFindTriggers } from '../lib/find-triggers';
import { library } from '../lib/library/library';
import { recoverDrafts } from '../lib/library/recover';
import { keepSearchIndex } from '../lib/library/search-upkeep';
import { serve } from '../lib/library/server';
import { serveOmnibox } from '../lib/omnibox';
import { serveOpenTab } from '../lib/open-tab';
import { annotateOpenTabs } from '../lib/open-tabs';
import { serveSidePanel } from '../lib/side-panel';

export default defineBackground({
  persistent: false,
  main() {
    serve(library, recoverDrafts(library));
    keepSearchIndex();
    serveBadge();
    annotateOpenTabs();
    serveAlwaysOn();
    serveFindTriggers();
    serveOpenTab();
    serveSidePanel();
    serveOmnibox();
  },
});
