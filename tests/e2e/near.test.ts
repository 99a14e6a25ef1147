import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faults } from './axe.ts';
import { monthOf } from './lists.ts';
import { saveMany } from './many-papers.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

const month = monthOf(6);
const [near = ''] = month.ids;
const title = 'Graph networks for protein folding and residue contacts';
const html = month.html.replace('Margins, Part 1<', `${title}<`);
const saved = {
  id: 'doi:10.5555/near?me',
  title: 'Predicting residue contacts: protein folding by graph networks',
  abstract: 'Residues are nodes of a graph; a network folds the protein.',
};

inEveryBrowser((browser) => {
  const openList = async () => {
    browser().serve({ [month.url]: html });
    const page = await browser().page(month.url);
    await controlsOn(page, (controls) => controls === 6);
    return page;
  };
  const isNear = (page: Screen) => page.all('button', /^near/);

  test('once it is switched on, a row says which saved papers are near, and leads to them by keys alone', async () => {
    await saveMany(browser(), 40);
    const options = await browser().extensionPage('options.html');
    await saveFrom(options, saved);
    const before = await openList();

    await options.click('switch', 'Near what you saved');
    await options.get('status', 'On: Near what you saved.');
    for (const scheme of ['light', 'dark'] as const) {
      await browser().prefer(scheme);
      const page = await openList();
      const row = page.entry(near);
      await (await row.get('button', 'near 1 that you saved')).focus();
      await page.press('Enter');
      await row.get('button', saved.title);
      await row.get('listitem', /both say: .*\bprotein\b/);
      expect(await isNear(page)).toHaveLength(1);
      expect(await faults(page.page, 'papergloss-entry')).toEqual([]);
      await nearTaken(page, `${browser().name}-${scheme}`);
      await page.press('Escape');
      await row.gone('button', saved.title);
      await row.focused('button', 'near 1 that you saved');
      if (scheme === 'light') {
        await page.press('Enter', 'Tab', 'Enter');
        await until('its details in the library', async () => (await addressesFrom(options)).some(isDetails));
      } else {
        await row.click(...onRow.save);
        await row.get(...onRow.saved);
        await row.gone('button', /^near/);
      }
      await page.page.close();
    }
    await browser().prefer('light');
    expect(await isNear(before), 'a page that was opened before asks for nothing').toEqual([]);
  });
});

function isDetails(address: string): boolean {
  return address.endsWith('/library.html?paper=doi%3A10.5555%2Fnear%3Fme');
}

interface Extension {
  runtime: { sendMessage(message: unknown): Promise<{ error?: unknown }> };
  tabs: { query(about: object): Promise<{ url?: string }[]> };
}

async function saveFrom({ page }: Screen, paper: object): Promise<void> {
  await page.evaluate(async (paper) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Extension | undefined>;
    await (browser ?? chrome)?.runtime.sendMessage({ library: 'save', input: paper });
  }, paper);
}

/** The addresses of all tabs. */
function addressesFrom({ page }: Screen): Promise<string[]> {
  return page.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, Extension | undefined>;
    const tabs = (await (browser ?? chrome)?.tabs.query({})) ?? [];
    return tabs.map(({ url }) => url ?? '');
  });
}

/** Leaves a picture for whoever asks for it. */
async function nearTaken(page: Screen, name: string): Promise<void> {
  const folder = process.env.PICTURES_TAKEN;
  if (folder) await page.screenshot(`${folder}/near-${name}.png`);
}
