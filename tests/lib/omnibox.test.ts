import { describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { library } from '../../lib/library/library';
import { asXml, type Suggestion, serveOmnibox, suggestionsOf, targetOf } from '../../lib/omnibox';
import { aPaper } from '../papers';

test('a paper is suggested by title and authors, and leads to its page', () => {
  const paper = aPaper({ title: 'Margins & <notes>' });
  expect(suggestionsOf([{ paper, savedAt: 1, note: '', others: [], highlights: [] }], asXml)).toEqual([
    {
      content: 'https://arxiv.org/abs/2609.00001',
      description: 'Margins &amp; &lt;notes&gt; · Ada Margin, Björn Müller',
    },
  ]);
});

test('a paper without a page is not suggested', () => {
  const { links: _, ...paper } = aPaper({ id: 'unknown:1' });
  expect(suggestionsOf([{ paper, savedAt: 1, note: '', others: [], highlights: [] }], asXml)).toEqual([]);
});

test('words lead to the library, an address leads there', () => {
  expect(targetOf('margins & notes')).toMatch(/\/library\.html\?q=margins%20%26%20notes$/);
  expect(targetOf('https://arxiv.org/abs/2609.00001')).toBe('https://arxiv.org/abs/2609.00001');
});

describe('in the address bar', () => {
  /** What the browser tells an extension of its keyword, and what it is told. */
  function keyword() {
    const heard: { changed?: Changed; entered?: Entered } = {};
    const omnibox = {
      setDefaultSuggestion: vi.fn(),
      onInputChanged: { addListener: (listener: Changed) => (heard.changed = listener) },
      onInputEntered: { addListener: (listener: Entered) => (heard.entered = listener) },
    };
    const tabs = { update: vi.fn(), create: vi.fn(), query: async () => [] };
    vi.spyOn(fakeBrowser, 'omnibox', 'get').mockReturnValue(omnibox as never);
    vi.spyOn(fakeBrowser, 'tabs', 'get').mockReturnValue(tabs as never);
    serveOmnibox();
    const suggested = (text: string) => new Promise<Suggestion[]>((resolve) => heard.changed?.(text, resolve));
    return { suggested, enter: (text: string, where: string) => heard.entered?.(text, where), tabs };
  }
  type Changed = (text: string, suggest: (all: Suggestion[]) => void) => void;
  type Entered = (text: string, where: string) => void;

  test('papers are offered that the words find', async () => {
    const { suggested } = keyword();
    await library.save(aPaper());
    expect((await suggested('margins')).map(({ content }) => content)).toEqual(['https://arxiv.org/abs/2609.00001']);
    expect(await suggested('pebbles')).toEqual([]);
  });

  test('what is entered opens in this tab, or in another', () => {
    const { enter, tabs } = keyword();
    enter('https://arxiv.org/abs/2609.00001', 'currentTab');
    expect(tabs.update).toHaveBeenCalledWith({ url: 'https://arxiv.org/abs/2609.00001' });
    enter('margins', 'newBackgroundTab');
    const url = expect.stringMatching(/\/library\.html\?q=margins$/);
    expect(tabs.create).toHaveBeenCalledWith({ url, active: false });
  });
});
