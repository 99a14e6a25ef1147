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

/** What axe finds wrong with our own controls, shadow roots included: by all of its rules, or by these. */
export function faults(page: Page, within: string, rules?: string[]): Promise<string[]> {
  return page.evaluate(
    async (source, selector, rules) => {
      // As the page's own code: axe sets a global.
      new Function(source)();
      const { axe } = window as unknown as {
        axe: { run(within: object, options: object): Promise<{ violations: Violation[] }> };
      };
      const { violations } = await axe.run(
        { include: [selector] },
        { resultTypes: ['violations'], ...(rules && { runOnly: rules }) },
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    axe,
    within,
    rules,
  );
}

/** The rules that look at colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * The same in dark, where nothing but colours is another, and in light, which it is again after that. Whoever wants to see
 * it sets `PICTURES_TAKEN` to a folder; there it is under this name.
 */
export async function faultsInBothThemes(browser: TestBrowser, screen: Screen, within: string, name: string) {
  const found: string[] = [];
  const folder = process.env.PICTURES_TAKEN;
  for (const scheme of ['dark', 'light'] as const) {
    await browser.prefer(scheme);
    const here = await faults(screen.page, within, scheme === 'dark' ? ofColours : undefined);
    found.push(...here.map((fault) => `${scheme}: ${fault}`));
    if (folder) await screen.screenshot(`${folder}/${name}-${browser.name}-${scheme}.png`, true);
  }
  return found;
}
