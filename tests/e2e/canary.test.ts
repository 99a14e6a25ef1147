import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Finding, look, type Watched } from '../../scripts/canary/look.ts';
import { arxivNew, hfDaily } from './fixtures.ts';
import { inEveryBrowser } from './story.ts';

const empty = 'https://arxiv.org/list/cs.LG/empty';
const broken = 'https://arxiv.org/list/cs.LG/broken';

const sites: Watched[] = [
  { name: 'Hugging Face', lists: [{ name: 'Daily Papers', example: hfDaily.url as 'https://' }] },
  {
    name: 'arXiv',
    lists: [
      { name: 'new', example: arxivNew.url as 'https://' },
      { name: 'empty', example: empty },
      { name: 'broken', example: broken },
      { name: 'gone', example: 'https://arxiv.org/nowhere' },
    ],
  },
];

/** What is known to be on a fixture. */
function readingsOf(name: string): { entries: number; first: string } {
  const papers: { title: string }[] = JSON.parse(readFileSync(`tests/fixtures/${name}.json`, 'utf8'));
  return { entries: papers.length, first: papers[0]?.title ?? '' };
}

inEveryBrowser((browser) => {
  test('the canary counts what carries controls, and says where nothing does', async () => {
    browser().serve({
      [empty]: '<!doctype html><title>Nothing</title><h1>Nothing today</h1>',
      [broken]: { status: 503, body: 'Try again later' },
    });
    const findings: Finding[] = [];
    const patience = { quiet: 1000, limit: 10_000, between: 0 };
    for await (const finding of look(browser(), sites, patience)) findings.push(finding);
    // Chrome writes the 503 into its console.
    await browser().errors();
    expect(findings).toEqual([
      { site: 'Hugging Face', list: 'Daily Papers', address: hfDaily.url, ...readingsOf('huggingface.daily-2026') },
      { site: 'arXiv', list: 'new', address: arxivNew.url, ...readingsOf('arxiv.list-new') },
      { site: 'arXiv', list: 'empty', address: empty, entries: 0, first: 'nothing found' },
      { site: 'arXiv', list: 'broken', address: broken, entries: 0, first: 'unreachable: status 503' },
      expect.objectContaining({ list: 'gone', entries: 0, first: expect.stringMatching(/^unreachable: /) }),
    ]);
  });
});
