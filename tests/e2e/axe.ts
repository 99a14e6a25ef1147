import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

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
      const { axe } = window as unknown as { axe: { run(within: object): Promise<{ violations: Violation[] }> } };
      const { violations } = await axe.run({ include: [selector] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    axe,
    within,
  );
}
