import { expect, test } from 'vitest';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faultsInBothThemes } from './axe.ts';
import { manyPapers, saveMany } from './many-papers.ts';
import { inEveryBrowser } from './story.ts';

const count = 40;
const tagged = manyPapers(count).filter((_, n) => n % 10 === 0).length;
const search: [string, string] = ['combobox', 'Search saved papers'];

const offered = (page: Screen) => page.within('listbox', 'Completions');
const isMarked = ({ page }: Screen, text: string) =>
  until(`“${text}” to be marked`, () =>
    page.evaluate((text) => [...document.querySelectorAll('mark')].some((mark) => mark.textContent === text), text),
  );

inEveryBrowser((browser, { isForAxe }) => {
  test('a field and its value are completed by keys, and Enter goes on to the list', async () => {
    await saveMany(browser(), count);
    const page = await browser().extensionPage('library.html');
    await page.get('status', `${count} papers`);
    await page.focused(...search);
    await page.page.keyboard.type('ta');
    await offered(page).get('option', 'tag:');
    await page.press('ArrowDown', 'Enter');
    expect(await page.value(...search)).toBe('tag:');
    await offered(page).get('option', `graph networks ${tagged}`);
    await page.press('ArrowDown', 'Tab');
    expect(await page.value(...search)).toBe('tag:"graph networks" ');
    await page.gone('listbox', 'Completions');
    await page.get('status', `${tagged} papers`);
    await page.focused(...search);
    await page.press('Enter');
    await page.focused('listbox', 'Saved papers');
  });

  test('whoever types on is not held up, and sees what was found marked, in the details too', async () => {
    const page = await browser().extensionPage('library.html');
    await page.get('status', `${count} papers`);
    await page.page.keyboard.type('echoes');
    await isMarked(page, 'Echoes');
    await page.press('Enter', 'Enter');
    const details = page.within('region', 'Details');
    await details.get('heading', /Echoes/);
    const marked = await page.page.evaluate(() => document.querySelector('.details h2 mark')?.textContent);
    expect(marked).toBe('Echoes');
  });

  test('a tag keeps the space between its words where both are marked', async () => {
    const page = await browser().extensionPage('library.html');
    await page.get('status', `${count} papers`);
    await page.page.keyboard.type('graph networks');
    await isMarked(page, 'networks');
    const tag = await page.page.evaluate(() => document.querySelector<HTMLElement>('.rows .tag:has(mark)')?.innerText);
    expect(tag).toBe('graph networks');
  });

  test('what cannot be read is told, with what was understood', async () => {
    const page = await browser().extensionPage('library.html');
    await page.get('status', `${count} papers`);
    await page.page.keyboard.type('year:soon echoes');
    await page.get('status', /“soon” is no year.*What is searched for: echoes$/);
  });

  test('the popup completes too: by mouse; Escape closes the list, then clears', async () => {
    const popup = await browser().popup();
    await popup.focused(...search);
    await popup.page.keyboard.type('author:mül');
    await offered(popup).click('option', /^Björn Müller/);
    expect(await popup.value(...search)).toBe('author:"Björn Müller" ');
    await popup.focused(...search);
    await isMarked(popup, 'Björn Müller');
    await popup.page.keyboard.type('status:');
    await offered(popup).get('option', 'reading');
    await popup.press('Escape');
    await popup.gone('listbox', 'Completions');
    expect(await popup.value(...search)).toBe('author:"Björn Müller" status:');
    await popup.press('Escape');
    expect(await popup.value(...search)).toBe('');
  });

  test.runIf(isForAxe)('passes axe in light and dark with completions and marks, narrow and wide', async () => {
    for (const [address, width] of [
      ['popup.html', 420],
      ['library.html', 360],
      ['library.html?view=columns', 1280],
    ] as const) {
      const page = await browser().extensionPage(address);
      await page.page.setViewport({ width, height: 800 });
      await page.focused(...search);
      await page.page.keyboard.type('echoes author:');
      await isMarked(page, 'Echoes');
      await offered(page).get('option', /^Ada Margin/);
      await page.press('ArrowDown');
      expect(await faultsInBothThemes(browser(), page, 'html', `search-${width}`), `${address}, ${width}`).toEqual([]);
      const wide = await page.page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      await page.page.close();
    }
  });
});
