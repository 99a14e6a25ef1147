import type { ElementHandle } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inPopup, marks, onRow } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faults, faultsInBothThemes } from './axe.ts';
import { arxivNew, hfDaily, shared } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

const tag = 'notes, and where they stand';

inEveryBrowser((browser, { isForAxe }) => {
  test('status, rating and a tag are set on the row, by mouse', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.click(...onRow.more);
    const status = (await row.get(...marks.status)) as ElementHandle<HTMLSelectElement>;
    await status.select('reading');
    await row.click(...marks.rating(4));
    await row.get('button', 'Take the rating back');
    await row.type(...marks.addTag, tag);
    await row.click(...onRow.more);
    await row.get('listitem', tag);
    await row.get('img', '4 of 5 stars');
    await row.get(...onRow.saved);
  });

  test('and on another by keyboard alone, in the order that one sees', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const [, id = ''] = await controlsOn(arxiv);
    const row = arxiv.entry(id);
    const save = await row.get(...onRow.save);
    await save.focus();
    await row.press('Tab', 'Tab', 'Enter', 'Tab');
    await row.focused(...marks.status);
    await arxiv.page.keyboard.type('Dropped');
    await row.get('status', 'The paper is saved.');
    await row.press('Tab', ' ', 'ArrowRight', 'ArrowRight');
    await row.focused(...marks.rating(3));
    await row.press('Tab');
    await row.focused('button', 'Take the rating back');
    await row.press('Tab');
    await row.focused(...marks.addTag);
    await arxiv.page.keyboard.type('folding');
    await row.press('Enter');
    await row.get(...marks.removeTag('folding'));
    await row.press('Backspace');
    await row.gone(...marks.removeTag('folding'));
    await arxiv.page.keyboard.type('Folding paper');
    await row.press('Escape');
    await row.focused(...onRow.more);
    await row.get('listitem', 'Folding paper');
    await row.get('img', '3 of 5 stars');
    await until('the status on the row', async () => (await textOf(row, id)).includes('Dropped'));
  });

  test('they show on Hugging Face and in the popup, and a change there shows on arXiv', async () => {
    const arxiv = await browser().page(arxivNew.url);
    await arxiv.entry(shared.id).get('img', '4 of 5 stars');
    const huggingface = await browser().page(hfDaily.url);
    const card = huggingface.entry(shared.id);
    await card.get('listitem', tag);
    await card.get('img', '4 of 5 stars');
    expect(await textOf(card, shared.id)).toContain('Reading');

    const popup = await browser().popup();
    await popup.type(...inPopup.search, 'where they stand');
    await until('one item', async () => (await popup.all('heading', shared.title)).length === 1);
    await popup.gone('heading', /Folding/);
    await popup.get('button', tag);
    await popup.click(...inPopup.editMarks);
    await popup.click(...marks.rating(5));
    await popup.press('Escape');
    await popup.get('img', '5 of 5 stars');
    await arxiv.page.bringToFront();
    await arxiv.entry(shared.id).get('img', '5 of 5 stars');
  });

  test('a tag is renamed in the library, which undo takes back; a name in use is asked about', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.get('listitem', tag);
    const library = await browser().extensionPage('library.html');
    await library.click('button', 'Tags');
    await renameInLibrary(library, tag, 'marginalia');
    await library.get('status', `“${tag}” is “marginalia” now.`);
    await arxiv.page.bringToFront();
    await row.get('listitem', 'marginalia');
    await library.click('button', 'Undo');
    await arxiv.page.bringToFront();
    await row.get('listitem', tag);

    await renameInLibrary(library, tag, 'folding paper');
    await library.get('paragraph', '1 paper has “Folding paper” already: merge?');
    await library.focused('button', 'Merge');
    await library.press('Enter');
    await library.gone('button', `Rename tag ${tag}`);
    await arxiv.page.bringToFront();
    await row.get('listitem', 'Folding paper');
    await library.click('button', 'Undo');
    await arxiv.page.bringToFront();
    await row.get('listitem', tag);
  });

  test('the panel stays within a narrow card, whatever is in it', async () => {
    const huggingface = await browser().page(hfDaily.url);
    await huggingface.page.setViewport({ width: 360, height: 800 });
    const card = huggingface.entry(shared.id);
    await card.click(...onRow.more);
    await card.type(...marks.addTag, 'a-tag-that-is-one-long-word-and-still-belongs-to-the-paper');
    await card.press('Enter');
    await card.get(...marks.removeTag('a-tag-that-is-one-long-word-and-still-belongs-to-the-paper'));
    const [width, beyond] = await huggingface.page.evaluate((id) => {
      const host = document.querySelector(`papergloss-entry[data-paper="${id}"]`);
      const { width, right } = host?.getBoundingClientRect() ?? { width: 0, right: 0 };
      const parts = [...(host?.shadowRoot?.querySelectorAll('.more-panel *') ?? [])];
      const wide = parts.filter((part) => part.getBoundingClientRect().right > right + 1);
      return [width, wide.map(({ outerHTML }) => outerHTML)] as const;
    }, shared.id);
    expect(width).toBeGreaterThan(0);
    expect(width).toBeLessThanOrEqual(280);
    expect(beyond).toEqual([]);
    await card.press('Backspace');
    await card.gone(...marks.removeTag('a-tag-that-is-one-long-word-and-still-belongs-to-the-paper'));
  });

  test.runIf(isForAxe)('names, roles and contrast pass axe with everything open, in light and dark', async () => {
    const huggingface = await browser().page(hfDaily.url);
    await huggingface.entry(shared.id).click(...onRow.more);
    await huggingface.entry(shared.id).get(...marks.removeTag(tag));
    expect(await faults(huggingface.page, 'papergloss-entry')).toEqual([]);
    await huggingface.page.evaluate(() => document.documentElement.classList.add('dark'));
    await until('the controls to turn dark', () =>
      huggingface.page.evaluate(() =>
        Boolean(document.querySelector('papergloss-entry')?.shadowRoot?.querySelector('[data-theme="dark"]')),
      ),
    );
    expect(await faults(huggingface.page, 'papergloss-entry')).toEqual([]);
    await huggingface.entry(shared.id).click(...onRow.more);
    await huggingface.entry(shared.id).get('listitem', tag);
    expect(await faults(huggingface.page, 'papergloss-entry')).toEqual([]);

    const popup = await browser().extensionPage('popup.html');
    await popup.type(...inPopup.search, 'folding');
    await popup.gone('heading', shared.title);
    await popup.click(...inPopup.editMarks);
    await popup.get(...marks.removeTag('Folding paper'));
    expect(await faultsInBothThemes(browser(), popup, 'html', 'popup-marks')).toEqual([]);
    const library = await browser().extensionPage('library.html');
    await library.click('button', 'Tags');
    await library.click('button', `Rename tag ${tag}`);
    await library.get('textbox', `New name of tag ${tag}`);
    expect(await faultsInBothThemes(browser(), library, 'html', 'library-tags')).toEqual([]);
  });
});

async function renameInLibrary(library: Screen, from: string, to: string): Promise<void> {
  await library.click('button', `Rename tag ${from}`);
  const field = await library.get('textbox', `New name of tag ${from}`);
  await field.evaluate((element) => (element as HTMLInputElement).select());
  await library.page.keyboard.type(to);
  await library.press('Enter');
}

/** All that the controls of a paper say. */
function textOf({ page }: Screen, id: string): Promise<string> {
  return page.evaluate(
    (id) =>
      document.querySelector(`papergloss-entry[data-paper="${id}"]`)?.shadowRoot?.lastElementChild?.textContent ?? '',
    id,
  );
}
