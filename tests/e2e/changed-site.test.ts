import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import { arxivNew, hfDaily, shared } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

/** A list of arXiv as no adapter knows it: other elements, other classes, the same links. */
const changed = {
  url: 'https://arxiv.org/list/cs.HC/new',
  html: `<!doctype html><html lang="en"><head><title>Human-Computer Interaction</title></head><body><main>
    <h1>Human-Computer Interaction</h1><section class="feed">${Array.from(
      { length: 7 },
      (_, n) => `<div class="card"><a class="headline" href="/abs/2609.0000${n}">Reading in the Margin, Part ${n}</a>
        <span class="byline">Ada Quill</span></div>`,
    ).join('')}</section></main></body></html>`,
};

inEveryBrowser((browser) => {
  test('a list that is not recognised any more is read by its links, and says so', async () => {
    browser().serve({ [changed.url]: changed.html });
    const page = await browser().page(changed.url);
    expect(await controlsOn(page, (count) => count === 7)).toContain(shared.id);
    await page.get('status', 'Papergloss no longer recognises this list; using links instead.');
    await page.get('button', 'Copy a report');
    await page.entry(shared.id).click(...onRow.save);
    const huggingface = await browser().page(hfDaily.url);
    await huggingface.entry(shared.id).get(...onRow.saved);

    await page.page.bringToFront();
    await page.click('button', 'Close');
    await page.gone('status');
    await page.page.reload();
    await controlsOn(page, (count) => count === 7);
    expect(await page.all('status')).toEqual([]);
  });

  test('a list that is recognised says nothing', async () => {
    const page = await browser().page(arxivNew.url);
    await controlsOn(page);
    await browser().page(hfDaily.url);
    expect(await page.all('status')).toEqual([]);
  });
});
