import { expect, test } from 'vitest';
import { inPopup, onRow } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faults } from './axe.ts';
import { arxivNew, fixture, hfDaily, shared } from './fixtures.ts';
import { inEveryBrowser } from './story.ts';

const huggingFace = fixture('huggingface.paper.html');
const semanticScholar = fixture('semanticscholar.paper.html');
/** What Semantic Scholar calls the paper; it shows its arXiv id beside it. */
const onSemanticScholar = 's2:3948b240855f9c2341295f1f9b3ee4a7cd3c80cd';

const passage = 'Readers with margins remember twice as much as readers with bookmarks.';
/** The same abstract, set by somebody else. */
const setAnew =
  'A note helps most where the reader is.  We put notes beside the lines of a list of papers, and ask 40 readers what they still know one week later. Readers with “margins” re\u00ADmember twice as much as readers with bookmarks.';

/** What is painted on a page. */
const painted = (screen: Screen) =>
  screen.page.evaluate(() =>
    Array.from(CSS.highlights.get('papergloss') ?? [], (range) => String(range).replace(/\s+/g, ' ')),
  );

const isPainted = (screen: Screen, words: string[]) =>
  until(`${JSON.stringify(words)} to be painted`, async () => {
    const now = await painted(screen);
    if (JSON.stringify(now) !== JSON.stringify(words)) throw new Error(`Painted is ${JSON.stringify(now)}.`);
    return true;
  });

/** Where words of a page begin and end, in its window. */
const endsOf = (screen: Screen, words: string) =>
  screen.page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(words);
      if (at < 0 || !node.parentElement?.checkVisibility()) continue;
      node.parentElement.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const boxes = range.getClientRects();
      const [first, last] = [boxes[0], boxes[boxes.length - 1]];
      if (first && last) {
        return { from: [first.left + 1, first.top + first.height / 2], to: [last.right, last.top + last.height / 2] };
      }
    }
    throw new Error(`“${words}” is not on the page.`);
  }, words);

/** Selects words with the mouse, as users do. */
async function select(screen: Screen, words: string): Promise<void> {
  await screen.page.bringToFront();
  const { from, to } = await endsOf(screen, words);
  await screen.page.mouse.move(from[0] ?? 0, from[1] ?? 0);
  await screen.page.mouse.down();
  await screen.page.mouse.move(to[0] ?? 0, to[1] ?? 0, { steps: 5 });
  await screen.page.mouse.up();
}

const menu = {
  highlight: ['button', 'Highlight'],
  comment: ['button', 'Highlight with a comment'],
} as const;

inEveryBrowser((browser) => {
  test('a passage that is marked on arXiv is painted where the abstract is shown again, also if it differs a little', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.get(...onRow.save);
    await select(arxiv, passage);
    await arxiv.click(...menu.highlight);
    await isPainted(arxiv, [passage]);
    await row.get(...onRow.saved);
    await row.get('listitem', new RegExp(`^${passage}`));
    await arxiv.gone(...menu.highlight);

    await isPainted(await browser().page(huggingFace.url), [passage]);

    const html = semanticScholar.html.replace('Notes in the margin double what readers', setAnew);
    browser().serve({ [semanticScholar.url]: html });
    const other = await browser().page(semanticScholar.url);
    await other.entry(onSemanticScholar).get(...onRow.saved);
    await isPainted(other, ['Readers with “margins” re\u00ADmember twice as much as readers with bookmarks.']);
  });

  test('a page that shows only the title lists it, and does not call it missing', async () => {
    const daily = await browser().page(hfDaily.url);
    const row = daily.entry(shared.id);
    await row.get('listitem', new RegExp(`^${passage}`));
    expect(await row.all('paragraph', 'Not in the text of this page.')).toHaveLength(0);
    expect(await painted(daily)).toEqual([]);
  });

  test('a selection that goes beyond the paper is cut to it; with a comment, its field is open', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await isPainted(arxiv, [passage]);
    await arxiv.page.bringToFront();
    await arxiv.page.evaluate(() => {
      const [abstract] = document.querySelectorAll('p.mathjax');
      const text = abstract?.lastChild as Text;
      const next = document.querySelectorAll('.list-title')[1]?.lastChild as Text;
      getSelection()?.setBaseAndExtent(abstract?.firstChild as Text, 11, next, 20);
      return text.data;
    });
    await arxiv.click(...menu.comment);
    await row.focused('textbox', 'Comment');
    await arxiv.page.keyboard.type('who paid for it?');
    await arxiv.page.keyboard.press('Enter');
    await row.get('paragraph', 'who paid for it?');
    const [, all] = await until('two painted', async () => {
      const now = await painted(arxiv);
      return now.length === 2 && now;
    });
    expect(all).toMatch(/^A note helps most .* this https URL\.$/);
    expect(await faults(arxiv.page, 'papergloss-entry')).toEqual([]);

    const popup = await browser().popup();
    await popup.click('button', '2 highlights');
    await popup.get('listitem', new RegExp(`^${passage}`));
    await popup.get('paragraph', 'who paid for it?');
    expect(await faults(popup.page, 'html')).toEqual([]);
  });

  test('one that was removed is painted no more, on no page, until it is brought back', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const other = await browser().page(huggingFace.url);
    const row = other.entry(shared.id);
    await row.click('button', '2 highlights');
    const item = row.within('listitem', /who paid for it/);
    await item.click('button', 'Remove highlight');
    await row.get('status', 'Highlight removed.');
    await isPainted(other, [passage]);
    await isPainted(arxiv, [passage]);
    await row.click('button', 'Undo');
    await until('two painted again', async () => (await painted(arxiv)).length === 2);

    const popup = await browser().popup();
    await popup.click('button', '2 highlights');
    await popup.within('listitem', /^A note helps .*who paid for it/).click('button', 'Remove highlight');
    await popup.get('status', 'Highlight removed.');
    await isPainted(arxiv, [passage]);
  });

  test('where the abstract was rewritten, the passage is shown as missing, and found when it comes back', async () => {
    const rewritten = 'We have no results yet, but we are sure that there will be some before long.';
    browser().serve({ [arxivNew.url]: arxivNew.html.replace(passage, rewritten) });
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.get('listitem', new RegExp(`^${passage}`));
    await row.get('paragraph', 'Not in the text of this page.');
    expect(await painted(arxiv)).toEqual([]);

    const setText = (from: string, to: string) =>
      arxiv.page.evaluate(
        (from, to) => {
          const text = document.querySelector('p.mathjax')?.firstChild as Text;
          text.data = text.data.replace(from, to);
        },
        from,
        to,
      );
    await setText(rewritten, passage);
    await isPainted(arxiv, [passage]);
    await row.gone('paragraph', 'Not in the text of this page.');
    // The site renders it anew.
    await arxiv.page.evaluate(() => {
      const abstract = document.querySelector('p.mathjax');
      abstract?.replaceWith(abstract.cloneNode(true));
    });
    await isPainted(arxiv, [passage]);
    browser().serve({ [arxivNew.url]: arxivNew.html });
  });

  test('what is offered goes with the selection, by Escape, and by the keyboard alone', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.get(...onRow.saved);
    await select(arxiv, 'Margins Matter: Notes');
    await arxiv.get(...menu.highlight);
    expect(await faults(arxiv.page, 'papergloss-selection')).toEqual([]);
    await arxiv.press('Escape');
    await arxiv.gone(...menu.highlight);

    await select(arxiv, 'See');
    await select(arxiv, 'notes beside the lines');
    await arxiv.get(...menu.highlight);
    await arxiv.page.evaluate(() => getSelection()?.removeAllRanges());
    await arxiv.gone(...menu.highlight);

    await select(arxiv, 'Margins Matter: Notes');
    const button = await row.get('button', 'Highlight the selected text');
    await button.focus();
    await row.press('Enter');
    await isPainted(arxiv, ['Margins Matter: Notes', passage].toReversed());
    await row.get('status', 'Highlighted.');
  });

  test('switched off, nothing is painted or offered', async () => {
    const arxiv = await browser().page(arxivNew.url);
    await until('two painted', async () => (await painted(arxiv)).length === 2);
    const popup = await browser().popup();
    const choose = (highlights: boolean) =>
      popup.page.evaluate(
        (settings) => {
          const { chrome } = globalThis as unknown as {
            chrome: { storage: { local: { set(items: object): Promise<void> } } };
          };
          return chrome.storage.local.set({ settings });
        },
        { highlights },
      );
    await choose(false);
    await isPainted(arxiv, []);
    await arxiv.entry(shared.id).gone('button', '2 highlights');
    await select(arxiv, passage);
    // By then it would have been offered.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await arxiv.all(...menu.highlight)).toHaveLength(0);
    await popup.get(...inPopup.search);
    await popup.get('button', '2 highlights');
    await choose(true);
    await until('two painted', async () => (await painted(arxiv)).length === 2);
  });
});
