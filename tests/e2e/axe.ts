import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { Screen } from '../../scripts/browser/screen.ts';
import type { TestBrowser } from '../../scripts/browser/test-browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** What axe finds wrong with our own controls, shadow roots included. */
export function faults(page: Page, within: string): Promise<string[]> {
  return page.evaluate(
    async (source, selector) => {
      // As the page's own code: axe sets a global.
      new Function(source)();
      const { axe } = window as unknown as {
        axe: { run(within: object, options: object): Promise<{ violations: Violation[] }> };
      };
      const { violations } = await axe.run({ include: [selector] }, { resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    axe,
    within,
  );
}

/**
 * The same in light and in dark, after which it is light again. Whoever wants to see it sets `PICTURES_TAKEN` to a folder;
 * there it is under this name.
 */
export async function faultsInBothThemes(browser: TestBrowser, screen: Screen, within: string, name: string) {
  const found: string[] = [];
  const folder = process.env.PICTURES_TAKEN;
  for (const scheme of ['dark', 'light'] as const) {
    await browser.prefer(scheme);
    found.push(...(await faults(screen.page, within)).map((fault) => `${scheme}: ${fault}`));
    if (folder) await screen.screenshot(`${folder}/${name}-${browser.name}-${scheme}.png`, true);
  }
  return found;
}
