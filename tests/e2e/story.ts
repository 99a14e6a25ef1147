/** Stories in real browsers, with the sites' fixtures at their true addresses. */
import { mkdir } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { launch } from '../../scripts/browser/launch.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import type { TestBrowser } from '../../scripts/browser/test-browser.ts';
import { until } from '../../scripts/browser/until.ts';
import { type BrowserName, findBrowser } from '../../scripts/browsers.mjs';
import { allFixtures } from './fixtures.ts';

const browsers: BrowserName[] = ['chrome', 'firefox'];

interface About {
  name: BrowserName;
  /** Markup and colours are the same in every browser: where axe looks at much of them, it does so in one. */
  isForAxe: boolean;
}

/**
 * Tells the stories of a file in each browser: one browser for all of them, so that a later one finds what an earlier
 * one has left; tabs are closed in between. None may send a request, or leave an error in a console. A browser that is
 * not installed skips them; in CI, where every browser must be there, they fail.
 */
export function inEveryBrowser(tell: (browser: () => TestBrowser, about: About) => void, only = browsers): void {
  for (const name of only) {
    const isMissing = !findBrowser(name) && !process.env.CI;
    describe.skipIf(isMissing)(name, () => {
      let browser: TestBrowser;

      beforeAll(async () => {
        browser = await launch(name);
        browser.serve(allFixtures());
      });
      afterEach(async ({ task }) => {
        if (task.result?.state === 'fail') await keepPictures(browser, `${name} ${task.name}`);
        await browser.closeTabs();
        expect(browser.outgoing(), 'requests to the network').toEqual([]);
        expect(await browser.errors(), 'errors in consoles').toEqual([]);
      });
      afterAll(() => browser?.close());

      tell(() => browser, { name, isForAxe: name === 'chrome' });
    });
  }
}

/** The papers that carry controls, in order, once there are as many as `isEnough` says: usually, more than one. */
export function controlsOn(screen: Screen, isEnough = (count: number) => count > 1): Promise<string[]> {
  return until('controls', async () => {
    const entries = await screen.entries();
    return isEnough(entries.length) && entries;
  });
}

/** Looks at a page for longer than a glance, which is a second. Who then looks elsewhere has what was seen told. */
export async function lookAt({ page }: Screen): Promise<void> {
  await page.bringToFront();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1200)));
}

/** What every tab shows, for whoever must find out why. */
async function keepPictures(browser: TestBrowser, title: string): Promise<void> {
  const folder = 'screenshots/failed';
  await mkdir(folder, { recursive: true });
  for (const [index, screen] of browser.screens().entries()) {
    const file = `${folder}/${title.replace(/\W+/g, '-')}-${index + 1}.png` as const;
    // The error of the story matters more than that of its picture.
    await screen.screenshot(file).catch(() => {});
  }
}
