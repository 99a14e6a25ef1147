import { expect, test } from 'vitest';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faultsInBothThemes } from './axe.ts';
import { saveMany } from './many-papers.ts';
import { inEveryBrowser } from './story.ts';

const pages = ['popup.html', 'sidepanel.html', 'options.html', 'library.html'];

inEveryBrowser((browser) => {
  test('every page of the extension passes axe with all that can be opened open, in light and dark', async () => {
    await saveMany(browser(), 40);
    for (const path of pages) {
      const screen = await browser().extensionPage(path);
      const isLibrary = path === 'library.html' || path === 'sidepanel.html';
      const row = isLibrary ? 'option' : 'listitem';
      if (path === 'options.html') await screen.get('switch', 'Near what you saved');
      else await until('papers', async () => (await screen.all(row)).length > 0);
      if (isLibrary) {
        const [first] = await screen.all('option');
        await first?.click();
        await screen.within('region', 'Details').get('button', 'Related papers');
      }
      expect(await openAll(screen), `what opens in ${path}`).toBeGreaterThan(0);
      if (isLibrary) {
        await until('the map', async () => (await screen.all('button', /: (To read|Reading)$/)).length > 0);
        await until('related papers', async () => (await screen.all('button', /^Find “/)).length > 0);
      }
      expect(await faultsInBothThemes(browser(), screen, 'html', path), path).toEqual([]);
      await screen.page.close();
    }
  });
});

/** Presses all that says that it opens something in the page; not what covers it. Says how much there was. */
function openAll({ page }: Screen): Promise<number> {
  return page.evaluate(() => {
    const buttons = document.querySelectorAll<HTMLElement>('main [aria-expanded="false"]:not([popovertarget], input)');
    const some = [...buttons].slice(0, 12);
    for (const button of some) button.click();
    return some.length;
  });
}
