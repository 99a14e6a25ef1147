import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import { until } from '../../scripts/browser/until.ts';
import { hfDaily, shared } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

/** What the site's own scripts do, run as the page. */
const card = `article:has(h3 a[href="/papers/${shared.id.replace('arxiv:', '')}"])`;

inEveryBrowser((browser) => {
  test('a card that is rendered anew while a note is typed keeps its editor, its text and its focus', async () => {
    const page = await browser().page(hfDaily.url);
    const row = page.entry(shared.id);
    await row.click(...onRow.noteButton);
    await row.type(...onRow.note, 'half a ');
    await page.page.evaluate((selector) => {
      const old = document.querySelector(selector);
      const anew = old?.cloneNode(true) as Element;
      for (const host of anew.querySelectorAll('papergloss-entry')) host.remove();
      old?.replaceWith(anew);
    }, card);
    await until('the focus to come back', () =>
      page.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.localName === 'textarea'),
    );
    await page.page.keyboard.type('word');
    await row.get(...onRow.noteSaved);
    expect(await row.value(...onRow.note)).toBe('half a word');
  });

  test('a card that is reused for another paper gets the controls of that paper', async () => {
    const page = await browser().page(hfDaily.url);
    await page.entry(shared.id).get(...onRow.saved);
    await page.page.evaluate((selector) => {
      for (const link of document.querySelectorAll(`${selector} a[href^="/papers/"]`)) {
        link.setAttribute('href', '/papers/2609.77777');
      }
      const title = document.querySelector('article h3 a[href="/papers/2609.77777"]');
      title?.replaceChildren('Another Paper in the Same Place');
    }, card);
    await page.entry('arxiv:2609.77777').get(...onRow.save);
    expect(await page.entries()).not.toContain(shared.id);
  });

  test('the site goes to another day without a reload, and loads more', async () => {
    const page = await browser().page(hfDaily.url);
    const before = await controlsOn(page);
    await page.page.evaluate(() => {
      history.pushState({}, '', '/papers/date/2026-09-29');
      const cards = [...document.querySelectorAll('article:has(h3 a[href^="/papers/"])')];
      cards.forEach((card, n) => {
        const anew = card.cloneNode(true) as Element;
        for (const host of anew.querySelectorAll('papergloss-entry')) host.remove();
        for (const link of anew.querySelectorAll('a[href^="/papers/"]')) {
          link.setAttribute('href', `/papers/2609.8000${n}`);
        }
        card.replaceWith(anew);
      });
    });
    const expected = before.map((_, n) => `arxiv:2609.8000${n}`);
    await until('the controls of the new day', async () => String(await page.entries()) === String(expected));

    await page.page.evaluate(() => {
      const last = [...document.querySelectorAll('article:has(h3 a[href^="/papers/"])')].at(-1);
      const more = last?.cloneNode(true) as Element;
      for (const host of more.querySelectorAll('papergloss-entry')) host.remove();
      for (const link of more.querySelectorAll('a[href^="/papers/"]')) link.setAttribute('href', '/papers/2609.90000');
      last?.after(more);
    });
    await page.entry('arxiv:2609.90000').get(...onRow.save);
  });

  test('the toolbar button counts the saved papers of the page', async () => {
    const page = await browser().page(hfDaily.url);
    await page.entry(shared.id).get(...onRow.saved);
    await until('the badge to say 1', async () => (await browser().badge(page)) === '1');
    await page.entry(shared.id).click(...onRow.saved);
    await until('the badge to go', async () => (await browser().badge(page)) === '');
  });
});
