import { expect, test } from 'vitest';
import { inPopup, onRow } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faults, faultsInBothThemes } from './axe.ts';
import { hfDaily, shared } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

const code = 'https://code.example/margins';

/** The details of the paper. */
const inLibrary = `library.html?paper=${shared.id}`;

const note = [
  '**Key idea**: see [the code](https://code.example/margins)',
  'Costs $5 and $6; let $a_1*b_2*c$ be',
  '- ![the figure](https://tracker.example/figure.png)',
  '- שלום עולם',
].join('\n');

const other = 'Read it again: the second lemma is wrong.';

/** What is in the note of a row or of an item. */
async function isShown(screen: Screen): Promise<void> {
  await screen.get('link', 'the code');
  await screen.get('link', 'the figure');
  await screen.get('listitem', 'שלום עולם');
  await screen.get('paragraph', /^Key idea: see the code Costs \$5 and \$6; let/);
  expect(await screen.all('img')).toEqual([]);
}

inEveryBrowser((browser, { isForAxe }) => {
  test('Markdown that is typed on a row is shown there, asks the network for nothing, and its links open', async () => {
    browser().serve({ [code]: '<!doctype html><title>The code</title>' });
    const page = await browser().page(hfDaily.url);
    const row = page.entry(shared.id);
    await row.click(...onRow.noteButton);
    await row.type(...onRow.note, note);
    await row.get(...onRow.noteSaved);
    await row.press('Escape');
    await isShown(row);
    await row.get('paragraph', /let \$a_1\*b_2\*c\$ be$/);
    expect(browser().outgoing()).toEqual([]);
    for (const theme of ['', 'dark']) {
      await page.page.evaluate(
        (name) => document.documentElement.classList.add(...name.split(' ').filter(Boolean)),
        theme,
      );
      expect(await faults(page.page, 'papergloss-entry')).toEqual([]);
    }

    await row.click('link', 'the code');
    const tab = await browser().tab(code);
    expect(await tab.page.evaluate(() => [document.referrer, window.opener])).toEqual(['', null]);
    expect(page.page.url()).toBe(hfDaily.url);
  });

  test('a long note takes six lines of a row; a link that is cut off is reached by keyboard', async () => {
    const page = await browser().page(hfDaily.url);
    const [, id = ''] = await controlsOn(page);
    const row = page.entry(id);
    await row.click(...onRow.noteButton);
    await row.type(
      ...onRow.note,
      `${'- a line of a list\n'.repeat(3)}\n# Heading\n> quoted\n\n---\n${'more\n\n'.repeat(4)}${code}`,
    );
    await row.get(...onRow.noteSaved);
    await row.press('Escape');
    const link = await row.get('link', code);
    const isVisible = () =>
      link.evaluate((element) => {
        const note = element.closest('.note-text')?.getBoundingClientRect();
        return note !== undefined && element.getBoundingClientRect().bottom <= note.bottom + 1;
      });
    const height = await link.evaluate((element) => element.closest('.note-text')?.clientHeight ?? 0);
    expect(height).toBeGreaterThan(5 * 18);
    expect(height).toBeLessThan(7 * 18);
    expect(await isVisible()).toBe(false);
    await row.press('Tab', 'Tab');
    await until('the link to come into sight', isVisible);
  });

  test('it is shown in the popup as well; formulas are shown in the library, and nowhere else', async () => {
    const popup = await browser().extensionPage('popup.html');
    const item = popup.within('listitem', new RegExp(shared.title));
    await isShown(item);
    await item.get('paragraph', /let \$a_1\*b_2\*c\$ be$/);
    expect(await popup.page.$('math')).toBeNull();

    const library = await browser().extensionPage(inLibrary);
    await isShown(library.within('region', 'Details'));
    const formula = await until('a formula', () => library.page.$('math'));
    expect(await formula.evaluate((math) => math.querySelectorAll('msub').length)).toBe(2);
    const { width = 0, height = 0 } = (await formula.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThan(8);
    await library.get('link', 'the figure');
    expect(browser().outgoing()).toEqual([]);
  });

  test('an earlier version is restored in the popup, and that is undone, by keys alone', async () => {
    const popup = await browser().extensionPage('popup.html');
    const item = popup.within('listitem', new RegExp(shared.title));
    await item.click(...inPopup.editNote);
    await (await item.get(...inPopup.note)).evaluate((field) => (field as HTMLTextAreaElement).select());
    await popup.page.keyboard.type(other);
    await item.get(...inPopup.noteSaved);
    await popup.press('Tab');
    await item.focused('button', 'Earlier versions');
    await popup.press('Enter', 'Tab');
    await item.focused('button', /^Restore the version of/);
    await popup.press('Enter');
    await item.get('status', /^Restored the version of .* is an earlier version now\.$/);
    await until('the note as it was', async () => (await item.value(...inPopup.note)) === note);
    await item.within('list', /./).get('paragraph', other);
    await item.focused('button', 'Undo');

    const row = (await browser().page(hfDaily.url)).entry(shared.id);
    await isShown(row);
    await popup.press('Enter');
    await until('the note as it was before', async () => (await item.value(...inPopup.note)) === other);
    await row.get('paragraph', other);
  });

  test.runIf(isForAxe)(
    'names, roles and contrast pass axe in the library, with the versions open, in light and dark',
    async () => {
      const library = await browser().extensionPage(inLibrary);
      const item = library.within('region', 'Details');
      await item.click(...inPopup.editNote);
      await item.click('button', 'Earlier versions');
      await item.click('button', /^Restore the version of/);
      await item.get('button', 'Undo');
      expect(await faultsInBothThemes(browser(), library, 'html', 'versions')).toEqual([]);
      await item.click(...inPopup.editNote);
      await until('the note or its other version', async () => (await item.all(...inPopup.note)).length === 0);
      expect(await faultsInBothThemes(browser(), library, 'html', 'note-shown')).toEqual([]);
    },
  );
});
