/** `pg` and a space in the address bar: finds saved papers. */
import { browser } from 'wxt/browser';
import { bylineOf } from './byline';
import type { SavedPaper } from './library/saved-papers';
import { search } from './library/search';
import { pageOf } from './page-of';
import { t } from './text';

/** How many papers the address bar offers. */
const offered = 6;

/** A suggestion as browsers take it. */
export interface Suggestion {
  /** What is entered when it is chosen: the page of the paper. */
  content: string;
  description: string;
}

/** Must be called at the top level of the background. */
export function serveOmnibox(): void {
  const { omnibox } = browser;
  omnibox.setDefaultSuggestion({ description: t('omnibox.search') });
  omnibox.onInputChanged.addListener((text, suggest) => {
    search(text, { limit: offered }).then(
      ({ papers }) => suggest(suggestionsOf(papers, import.meta.env.FIREFOX ? (text) => text : asXml)),
      (error) => console.error('Papergloss could not search the library.', error),
    );
  });
  omnibox.onInputEntered.addListener((text, disposition) => {
    const url = targetOf(text);
    if (disposition === 'currentTab') browser.tabs.update({ url });
    else browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}

/** The papers that have a page to go to. `written` makes of a text what the browser takes for one. */
export function suggestionsOf(papers: SavedPaper[], written: (text: string) => string): Suggestion[] {
  return papers.flatMap(({ paper }) => {
    const content = pageOf(paper);
    const text = [paper.title, bylineOf(paper)].filter(Boolean).join(' · ');
    return content ? [{ content, description: written(text) }] : [];
  });
}

/** Where what was entered leads: a suggestion to its paper, other words to the library. */
export function targetOf(text: string): string {
  if (/^https?:\/\/\S+$/.test(text)) return text;
  return browser.runtime.getURL(`/library.html?q=${encodeURIComponent(text)}` as '/library.html');
}

/** Chrome reads descriptions as XML. */
export function asXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
