import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { fixture, fixtureNames } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

/** The papers that are expected on a fixture, each once. */
function expectedOn(name: string): string[] {
  const papers: { id: string }[] = JSON.parse(readFileSync(`tests/fixtures/${name.replace('.html', '.json')}`, 'utf8'));
  return [...new Set(papers.map(({ id }) => id))];
}

const lists = fixtureNames().filter((name) => expectedOn(name).length > 0);
const sites = Map.groupBy(lists, (name) => name.split('.')[0]);

inEveryBrowser((browser, { name }) => {
  test.each([...sites])('%s: found, gone with its list, and found again when it is rendered late', async (_, all) => {
    // What is read from a page does not depend on the browser; how its scripts are run does, for each site.
    const looked = name === 'chrome' ? all : all.slice(-1);
    // In one tab: to open a new one takes longer than all else here.
    let page: Screen | undefined;
    for (const list of looked) {
      const { url } = fixture(list);
      if (page) await page.page.goto(url);
      else page = await browser().page(url);
      await isFollowed(page, list);
    }
  });
});

async function isFollowed(page: Screen, list: string): Promise<void> {
  const expected = expectedOn(list).sort();
  const ids = (entries: string[]) => [...new Set(entries)].sort();
  const before = await until(`controls in ${list} on ${expected.join(', ')}`, async () => {
    const entries = await page.entries();
    return String(ids(entries)) === String(expected) && entries;
  });

  // What a single-page app does: it empties the page, and fills it again, with other elements.
  await page.page.evaluate(() => {
    const anew = document.body.cloneNode(true) as HTMLElement;
    for (const host of anew.querySelectorAll('papergloss-entry')) host.remove();
    document.body.replaceChildren();
    Object.assign(window, { fill: () => document.body.replaceChildren(...anew.childNodes) });
  });
  await controlsOn(page, (count) => count === 0);
  await page.page.evaluate(() => (window as unknown as { fill(): void }).fill());
  const after = await controlsOn(page, (count) => count === before.length);
  expect(after, list).toEqual(before);
}
