import { expect, test } from 'vitest';
import { inPopup, onRow } from '../../scripts/browser/controls.ts';
import { until } from '../../scripts/browser/until.ts';
import { arxivAbs, arxivNew, hfDaily, shared } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

inEveryBrowser((browser) => {
  test('an empty library says what to do', async () => {
    const popup = await browser().popup();
    await popup.get('heading', 'No papers saved yet');
    await popup.get('link', /Hugging Face/);
    await popup.get('link', /arXiv/);
  });

  test('a save on a page appears in the open popup', async () => {
    const popup = await browser().popup();
    const arxiv = await browser().page(arxivNew.url);
    for (const id of (await controlsOn(arxiv)).slice(0, 2)) await arxiv.entry(id).click(...onRow.save);
    await popup.page.bringToFront();
    await until('two items', async () => (await popup.all('listitem')).length === 2);
  });

  test('search, edit, remove, undo, by keys alone', async () => {
    const huggingface = await browser().page(hfDaily.url);
    const row = huggingface.entry(shared.id);
    if ((await row.all(...onRow.save)).length > 0) await row.click(...onRow.save);
    const popup = await browser().popup(huggingface);
    await popup.get(...inPopup.search);
    await popup.page.keyboard.type('margins');
    await until('one item', async () => (await popup.all('listitem')).length === 1);

    // As somebody who looks where the focus is, before the next key.
    await popup.press('ArrowDown');
    await popup.focused('link', shared.title);
    await popup.press('Tab');
    await popup.focused(...inPopup.addNote);
    await popup.press('Enter');
    await popup.focused(...inPopup.note);
    await popup.page.keyboard.type('from the popup');
    await popup.get(...inPopup.noteSaved);
    await popup.press('Escape');
    await popup.get('paragraph', 'from the popup');

    await popup.focused(...inPopup.editNote);
    await popup.press('Tab', 'Tab', 'Tab');
    await popup.focused(...inPopup.remove);
    await popup.press('Enter');
    await popup.get(...inPopup.removed);
    await popup.gone('listitem');
    await popup.focused(...inPopup.undo);
    await popup.press('Enter');
    await popup.get('paragraph', 'from the popup');

    await huggingface.page.bringToFront();
    await row.get('paragraph', 'from the popup');
  });

  test('opening a paper goes to the tab where it is open', async () => {
    const about = await browser().page(arxivAbs.url);
    const [id = ''] = await controlsOn(about, (count) => count === 1);
    await about.entry(id).click(...onRow.save);
    const other = await browser().page(arxivNew.url);
    const popup = await browser().popup(other);
    await popup.get('link', /^Long Lists of Authors/);
    await popup.press('ArrowDown', 'Enter');
    await until('the tab to come to the front', () =>
      about.page.evaluate(() => document.visibilityState === 'visible'),
    );
    expect(await about.entries()).toEqual([id]);
  });
});
