import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faultsInBothThemes } from './axe.ts';
import { monthOf } from './lists.ts';
import { controlsOn, inEveryBrowser, lookAt } from './story.ts';

inEveryBrowser((browser, { isForAxe }) => {
  const openOptions = async () => {
    const options = await browser().extensionPage('options.html');
    await options.get('heading', 'Keys on lists');
    return options;
  };
  /** Puppeteer does not see a page of an extension come back in Firefox when it is reloaded. */
  const reopened = async (options: Screen) => {
    await options.page.close();
    return openOptions();
  };
  const openList = async () => {
    const { url, html, ids } = monthOf(6);
    browser().serve({ [url]: html });
    const page = await browser().page(url);
    await controlsOn(page, (controls) => controls === 6);
    return { page, ids };
  };
  const choose = async (where: Screen, field: string, what: string) => {
    const select = await where.get('combobox', field);
    await select.evaluate((element, text) => {
      const list = element as HTMLSelectElement;
      list.value = [...list.options].find((option) => option.text === text)?.value ?? '';
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }, what);
  };

  test('a key that was changed works on open lists, is kept, and can be as usual again', async () => {
    const { page, ids } = await openList();
    let options = await openOptions();
    await options.click('button', 'Change: Save, or remove');
    await options.focused('textbox', 'New key: Save, or remove');
    await options.press('j');
    await options.get('alert', 'j is the key of “Next paper”.');
    await options.press('b');
    await options.get('status', 'Save, or remove: b.');
    await options.focused('button', 'Change: Save, or remove');

    await page.press('j', 's', 'b');
    await page.entry(ids[0] ?? '').get(...onRow.saved);
    options = await reopened(options);
    await options.within('row', /^Save, or remove/).get('button', 'Change: Save, or remove');
    await until('the key to be kept', async () => (await options.all('row', /^Save, or remove b/)).length === 1);
    await options.click('button', 'All keys as usual');
    await options.get('status', 'All keys are as usual.');
    await page.press('s');
    await page.entry(ids[0] ?? '').get('button', 'Save');
  });

  test('a rule marks entries of open lists and says why, until it is removed; and undo brings it back', async () => {
    const { page, ids } = await openList();
    const row = page.entry(ids[1] ?? '');
    const reason = () =>
      row.page.evaluate((id) => {
        const host = document.querySelector(`papergloss-entry[data-paper="${id}"]`);
        return host?.shadowRoot?.querySelector('.reason')?.textContent;
      }, ids[1]);
    let options = await openOptions();
    const form = () => options.within('form', 'New rule');
    await form().type('textbox', 'What to look for', '"part 2"');
    await options.press('Enter');
    await options.get('status', 'Added: Follow, words: "part 2".');
    await until('the reason', async () => (await reason()) === 'Follows: Part 2');
    options = await reopened(options);
    await form().type('textbox', 'What to look for', 'PART 2');
    await form().click('button', 'Add');
    await form().get('alert', /is followed already/);
    await options.click('button', 'Remove: Follow, words: "part 2"');
    await options.focused('button', 'Undo');
    await until('no reason', async () => (await reason()) === undefined);
    await options.press('Enter');
    await until('the reason again', async () => (await reason()) === 'Follows: Part 2');
    options = await reopened(options);
    await options.click('button', 'Edit: Follow, words: "part 2"');
    await choose(options.within('form', 'Edit: "part 2"'), 'Follow or mute', 'Mute');
    await options.press('Enter');
    await options.get('status', 'Saved: Mute, words: "part 2".');
    await until('the other reason', async () => (await reason()) === 'Muted: Part 2');
  });

  test('what is switched off is off on open lists, and stays so', async () => {
    const { page } = await openList();
    const bar = ['region', 'Papergloss, this list'] as const;
    await page.get(...bar);
    let options = await openOptions();
    await options.click('switch', 'Bar over the list');
    await options.get('status', 'Off: Bar over the list.');
    await page.gone(...bar);
    options = await reopened(options);
    await options.get('heading', 'On lists');
    expect(
      await (await options.get('switch', 'Bar over the list')).evaluate((box) => (box as HTMLInputElement).checked),
    ).toBe(false);
    await options.click('switch', 'Bar over the list');
    await page.get(...bar);
  });

  test('what was seen is counted, and forgotten when one is sure', async () => {
    let options = await openOptions();
    const { page } = await openList();
    await until('the list to be counted as seen', async () => {
      await lookAt(page);
      await options.page.bringToFront();
      const counts = await options.all('paragraph', /^6 identifiers of papers are remembered/);
      return counts.length === 1;
    });
    const forget = (name: string) => options.click('button', name);
    await forget('Forget');
    await options.get('status', 'Nothing is as old as that.');
    await choose(options, 'What to forget', 'Everything');
    await forget('Forget');
    await forget('Really forget 6?');
    await options.get('status', '6 are forgotten.');
    await page.page.close();
    options = await reopened(options);
    await options.get('paragraph', /^0 identifiers/);
  });

  test.runIf(isForAxe)('names, roles and contrast pass axe, in light and dark, with everything open', async () => {
    const options = await openOptions();
    expect(await faultsInBothThemes(browser(), options, 'html', 'options')).toEqual([]);
    await options.click('button', 'Edit: Mute, words: "part 2"');
    await options.within('form', 'New rule').click('button', 'Add');
    await options.get('alert', /^Write what to look for/);
    await choose(options, 'What to forget', 'Everything');
    await options.click('button', 'Change: Next paper');
    await options.press('s');
    await options.get('button', 'Swap their keys');
    expect(await faultsInBothThemes(browser(), options, 'html', 'options-open')).toEqual([]);
  });
});
