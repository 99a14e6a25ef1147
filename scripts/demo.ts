/** Does the main job on a bundled listing, in a headless browser, and tells entry by entry what it did. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { inPopup, onRow } from './browser/controls.ts';
import { launch } from './browser/launch.ts';
import type { Screen } from './browser/screen.ts';
import type { TestBrowser } from './browser/test-browser.ts';
import { until } from './browser/until.ts';
import type { BrowserName } from './browsers.mjs';
import { address, listing } from './demo/listing.ts';
import { papers } from './demo/papers.ts';

const [first, second] = papers.map((paper) => ({ ...paper, key: `arxiv:${paper.id}` }));
const note = 'Compare with our reading log: is it the same half that gets lost?';

/** Runs the demo; `folder` receives the screenshots. */
export async function demo(name: BrowserName, folder: string): Promise<void> {
  const browser = await launch(name);
  try {
    await tell(browser, folder);
  } finally {
    await browser.close();
  }
}

/** The demo itself, in a browser that is there already. */
export async function tell(browser: TestBrowser, folder: string): Promise<void> {
  if (!first || !second) throw new Error('The demo listing is empty.');
  await mkdir(folder, { recursive: true });
  browser.serve({ [address]: listing() });
  const page = await browser.page(address);
  console.log(`\nPapergloss in ${await browser.version()}, headless, on ${address} (a bundled demo listing)\n`);

  const found = await until(`controls on ${papers.length} entries`, async () => {
    const entries = await page.entries();
    return entries.length === papers.length && entries;
  });

  const saved = [first, second];
  for (const { key } of saved) {
    await page.entry(key).click(...onRow.save);
    await page.entry(key).get(...onRow.saved);
  }
  const row = page.entry(first.key);
  await row.click(...onRow.noteButton);
  await row.type(...onRow.note, note);
  await row.get(...onRow.noteSaved);

  for (const key of found) {
    const paper = papers.find(({ id }) => key === `arxiv:${id}`);
    const isSaved = saved.some((one) => one.key === key);
    console.log(`  ${(isSaved ? 'saved' : 'detected').padEnd(9)} ${key.padEnd(17)} ${paper?.title ?? ''}`);
    if (key === first.key) console.log(`  ${'noted'.padEnd(27)} “${note}”`);
  }

  await row.press('Escape');
  await row.gone(...onRow.note);
  // Without a focus ring in the picture.
  await page.click('heading', 'Daily Papers');
  await picture(browser, page, folder, 'list');

  const popup = await browser.popup(page);
  console.log('\nThe popup lists');
  for (const { key, title } of saved) {
    await popup.get('link', title);
    console.log(`  ${''.padEnd(9)} ${key.padEnd(17)} ${title}`);
  }
  await popup.get(...inPopup.editNote);
  await picture(browser, popup, folder, 'popup');
  console.log(`\nPictures of the list and the popup, light and dark, are in ${resolve(folder)}`);

  const errors = [...(await browser.errors()), ...browser.outgoing().map((request) => `tried to reach ${request}`)];
  if (errors.length > 0) throw new Error(`The demo did its job, but there were errors:\n${errors.join('\n')}`);
}

async function picture(browser: TestBrowser, screen: Screen, folder: string, name: string): Promise<void> {
  for (const scheme of ['dark', 'light'] as const) {
    await browser.prefer(scheme);
    await screen.screenshot(`${join(folder, name)}-${scheme}.png`);
  }
}
