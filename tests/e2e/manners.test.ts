import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { inPopup, onRow } from '../../scripts/browser/controls.ts';
import { until } from '../../scripts/browser/until.ts';
import { faults, faultsInBothThemes } from './axe.ts';
import { arxivNew, hfDaily, shared } from './fixtures.ts';
import { inEveryBrowser } from './story.ts';

function cardHeights(page: Page): Promise<number[]> {
  return page.evaluate(() => [...document.querySelectorAll('article')].map((card) => card.offsetHeight));
}

inEveryBrowser((browser) => {
  test('nothing else on the page moves by more than a line, and nothing once the controls are there', async () => {
    const page = await browser().page(hfDaily.url);
    const row = page.entry(shared.id);
    await row.get(...onRow.save);
    const withControls = await cardHeights(page.page);
    await row.click(...onRow.save);
    await row.get(...onRow.saved);
    expect(await cardHeights(page.page)).toEqual(withControls);
    await page.page.evaluate(() => {
      for (const host of document.querySelectorAll<HTMLElement>('papergloss-entry')) {
        host.shadowRoot?.querySelector('style')?.remove();
        host.style.cssText = 'display: none';
      }
    });
    const without = await cardHeights(page.page);
    const moved = withControls.map((height, n) => height - (without[n] ?? 0));
    expect(Math.min(...moved)).toBeGreaterThan(0);
    expect(Math.max(...moved)).toBeLessThanOrEqual(24);
  });

  test('typing a note triggers none of the shortcuts of the site, and they go on working elsewhere', async () => {
    const page = await browser().page(hfDaily.url);
    await page.page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const target of [document, document.body]) {
        for (const capture of [true, false]) {
          target.addEventListener('keydown', (event) => heard.push((event as KeyboardEvent).key), { capture });
        }
      }
      document.addEventListener('click', () => heard.push('click'));
    });
    const heard = () => page.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    const row = page.entry(shared.id);
    await row.click(...onRow.noteButton);
    await row.type(...onRow.note, 'jks/?');
    await row.get(...onRow.noteSaved);
    await row.press('Escape');
    await row.gone(...onRow.note);
    expect(await row.all('paragraph', 'jks/?')).toHaveLength(1);
    expect(await heard()).toEqual([]);

    await page.page.evaluate(() => {
      const button = document.activeElement?.shadowRoot?.activeElement;
      if (button instanceof HTMLElement) button.blur();
    });
    await page.press('j');
    await page.click('button', 'Daily');
    expect(await heard()).toEqual(expect.arrayContaining(['j', 'click']));
  });

  test('names, roles and contrast pass axe: on the row in light and dark, with the editor open, and in the popup', async () => {
    const page = await browser().page(hfDaily.url);
    const row = page.entry(shared.id);
    await row.click(...onRow.noteButton);
    await row.get(...onRow.note);
    expect(await faults(page.page, 'papergloss-entry')).toEqual([]);
    await page.page.evaluate(() => document.documentElement.classList.add('dark'));
    await until('the controls to turn dark', () =>
      page.page.evaluate(() =>
        Boolean(document.querySelector('papergloss-entry')?.shadowRoot?.querySelector('[data-theme="dark"]')),
      ),
    );
    expect(await faults(page.page, 'papergloss-entry')).toEqual([]);

    const popup = await browser().extensionPage('popup.html');
    await popup.click(...inPopup.editNote);
    await popup.get(...inPopup.note);
    expect(await faultsInBothThemes(browser(), popup, 'html', 'popup-note')).toEqual([]);
  });

  test('a keyboard is enough on the row, in the order that one sees', async () => {
    const page = await browser().page(arxivNew.url);
    const row = page.entry(shared.id);
    const save = await row.get('button', /^Saved?$/);
    await save.focus();
    const focused = () =>
      page.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim());
    await row.press('Tab');
    expect(await focused()).toBe('Note');
    await row.press('Enter');
    await row.get(...onRow.note);
    await page.page.keyboard.type('!');
    await row.get(...onRow.noteSaved);
    await row.press('Escape');
    expect(await focused()).toBe('Note');
    await page.page.keyboard.down('Shift');
    await row.press('Tab');
    await page.page.keyboard.up('Shift');
    expect(await focused()).toBe('Saved');
  });
});
