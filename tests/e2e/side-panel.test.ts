import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import { until } from '../../scripts/browser/until.ts';
import { faults } from './axe.ts';
import { arxivNew, shared } from './fixtures.ts';
import { inEveryBrowser } from './story.ts';

inEveryBrowser((browser) => {
  test('the side panel shows what is saved beside it, at once, and passes axe', async () => {
    const panel = await browser().extensionPage('sidepanel.html');
    await panel.get('heading', 'No papers saved yet');
    const arxiv = await browser().page(arxivNew.url);
    await arxiv.entry(shared.id).click(...onRow.save);
    await panel.page.bringToFront();
    await until('the paper', async () => (await panel.all('listitem', /Margins Matter/)).length === 1);
    await panel.get('link', 'Library');
    await panel.get('link', 'Options');
    expect(await faults(panel.page, 'html')).toEqual([]);
  });
});
