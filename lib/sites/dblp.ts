/** DBLP: search results, the pages of authors, conferences and journals, and of one record. */
import { readEntry } from './dblp-entry';
import { recordPage } from './dblp-record';
import type { List, Site } from './site';

const entry = 'li.entry[id]:not(.editor)';

/** An entry is laid out as a row: after its text there is a further column. */
const row: Pick<List, 'read' | 'anchor' | 'controls'> = {
  read: readEntry,
  anchor: (entry) => entry.querySelector('cite, .data'),
  controls: 'inside',
};

const searchResults: List = {
  ...row,
  name: 'search results',
  provenBy: 'a real page',
  example: 'https://dblp.org/search?q=attention%20is%20all%20you%20need',
  entry: `#completesearch-publs ${entry}`,
};

/** Unproven: no saved page was at hand; the entries are the same as in search results. */
const publications: List = {
  ...row,
  name: 'the pages of authors, conferences and journals',
  provenBy: 'unproven',
  example: 'https://dblp.org/db/conf/nips/nips2017.html',
  entry: (page) => Array.from(page.querySelectorAll(entry)).filter((entry) => !entry.closest('#completesearch-publs')),
};

/** DBLP, on the hosts that serve the same pages. */
export const dblp: Site = {
  name: 'DBLP',
  matches: [
    'https://dblp.org/*',
    'https://www.dblp.org/*',
    'https://dblp.uni-trier.de/*',
    'https://dblp.dagstuhl.de/*',
  ],
  expected: /^\/(?:search(?:\/publ)?\?q=.+|pid\/.+|rec\/[^?]+$|db\/(?:conf|journals)\/[\w-]+\/[\w-]*\d[\w-]*\.html)/,
  lists: [searchResults, publications, recordPage],
};
