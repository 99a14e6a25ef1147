// @vitest-environment node
import { expect, test } from 'vitest';

/** The manifest takes its patterns from the registry: it is loaded in Node, where there is no page. */
test('the registry can be loaded without a page, and does nothing when loaded', async () => {
  expect('document' in globalThis).toBe(false);
  const globals = Object.keys(globalThis);
  const { matches, sites } = await import('../lib/sites');
  expect(Object.keys(globalThis)).toEqual(globals);
  expect(matches).toEqual(sites.flatMap((site) => site.matches));
  expect(matches).toContain('https://arxiv.org/*');
});
