import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faults } from './axe.ts';
import { arxivNew, shared } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

inEveryBrowser((browser, { name }) => {
  test('the side panel shows what is saved beside it, at once, and passes axe', async () => {
    const panel = await browser().extensionPage('sidepanel.html');
    await panel.get('heading', 'No papers saved yet');
    const arxiv = await browser().page(arxivNew.url);
    await arxiv.entry(shared.id).click(...onRow.save);
    await panel.page.bringToFront();
    await until('the paper', async () => (await panel.all('option', /Margins Matter/)).length === 1);
    await panel.get('link', 'Library');
    await panel.get('link', 'Options');
    expect(await faults(panel.page, 'html')).toEqual([]);
  });

  // Firefox has a command of its own for this.
  test.skipIf(name === 'firefox')('its keys open it beside the page', async () => {
    const inTab = await browser().extensionPage('sidepanel.html');
    const address = inTab.page.url();
    await inTab.page.close();
    const arxiv = await browser().page(arxivNew.url);
    await controlsOn(arxiv);
    await browser().command('side-panel', arxiv);
    // It is no tab.
    const target = await arxiv.page.browser().waitForTarget((target) => target.url() === address);
    await new Screen(await target.asPage()).get('link', 'Library');
    expect(await arxiv.page.evaluate(() => document.visibilityState)).toBe('visible');
  });
});
