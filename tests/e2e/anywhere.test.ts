import { expect, test } from 'vitest';
import { inPopup, onRow } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { article, arxivNew, awesomeList, shared } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

const find = ['button', 'Find papers on this page'] as const;
const host = new URL(article.url).hostname;

inEveryBrowser((browser) => {
  const openPages = async (...urls: string[]): Promise<Screen[]> => {
    browser().serve({ [awesomeList.url]: awesomeList.html, [article.url]: article.html });
    const pages: Screen[] = [];
    for (const url of urls) pages.push(await browser().page(url));
    return pages;
  };

  test('a page of no known site has no controls until the user asks; then each paper has', async () => {
    const [page] = (await openPages(awesomeList.url)) as [Screen];
    expect(await page.entries()).toEqual([]);
    const popup = await browser().popup(page);
    await popup.click(...find);
    const entries = await controlsOn(page);
    expect(entries).toContain(shared.id);
    await page.get('status', `Papergloss found ${entries.length} papers on this page.`);
  });

  test('a paper that is saved on arXiv is saved there, in the text and in the list, and back', async () => {
    const [page, arxiv] = (await openPages(awesomeList.url, arxivNew.url)) as [Screen, Screen];
    await browser().command('find-papers', page);
    await controlsOn(page);
    const twice = page.entry(shared.id);
    await arxiv.page.bringToFront();
    await arxiv.entry(shared.id).click(...onRow.save);
    await page.page.bringToFront();
    await until('both entries to be saved', async () => (await twice.all(...onRow.saved)).length === 2);
    const [first] = await twice.all(...onRow.saved);
    await first?.click();
    await until('neither to be saved', async () => (await twice.all(...onRow.save)).length === 2);
    await arxiv.page.bringToFront();
    await arxiv.entry(shared.id).get(...onRow.save);
  });

  test('a keyboard command does the same', async () => {
    const [page] = (await openPages(awesomeList.url)) as [Screen];
    await browser().command('find-papers', page);
    expect(await controlsOn(page)).toContain(shared.id);
  });

  test('so does the context menu', async () => {
    const [page] = (await openPages(awesomeList.url)) as [Screen];
    await browser().contextMenu('Find papers on this page', page);
    expect(await controlsOn(page)).toContain(shared.id);
  });

  test('the page about one paper, on any site, is one entry', async () => {
    const [page] = (await openPages(article.url)) as [Screen];
    await browser().command('find-papers', page);
    const [about] = await controlsOn(page, (count) => count > 0);
    expect(about).toBe('doi:10.5555/margins.2026.17');
  });

  test('where there is none, it says so', async () => {
    const empty = 'https://empty.example/';
    browser().serve({ [empty]: '<!doctype html><title>Empty</title><p>Nothing to read.' });
    const page = await browser().page(empty);
    await browser().command('find-papers', page);
    await page.get('status', 'Papergloss found no papers on this page.');
    await page.click('button', 'Close');
    await page.gone('status');
  });

  test('a list that has its buttons is left as it is', async () => {
    const [arxiv] = (await openPages(arxivNew.url)) as [Screen];
    const before = await controlsOn(arxiv);
    await browser().command('find-papers', arxiv);
    await arxiv.get('status', /have their buttons already/);
    expect(await arxiv.entries()).toEqual(before);
  });

  test('always on a site: a refusal leaves all as it was', async () => {
    const [page] = (await openPages(article.url)) as [Screen];
    const popup = await browser().popup(page);
    await popup.click('checkbox', `Always on ${host}`);
    await browser().answerQuestion('Deny');
    await page.page.reload();
    const options = await browser().extensionPage('options.html');
    await options.get('paragraph', /No sites yet/);
    expect(await page.entries()).toEqual([]);
  });

  test('always on a site, when the user allows it: after a reload, in another tab; until it is taken back', async () => {
    const [page] = (await openPages(article.url)) as [Screen];
    const popup = await browser().popup(page);
    await popup.click('checkbox', `Always on ${host}`);
    await browser().answerQuestion('Allow');
    await controlsOn(page, (count) => count > 0);
    await page.page.reload();
    await controlsOn(page, (count) => count > 0);
    const [again] = (await openPages(article.url)) as [Screen];
    await controlsOn(again, (count) => count > 0);

    const options = await browser().extensionPage('options.html');
    await options.click('button', `Stop on ${host}`);
    await options.gone('button', `Stop on ${host}`);
    await options.get('status', `Papergloss no longer works on ${host} by itself.`);
    await again.page.reload();
    await again.page.bringToFront();
    const [arxiv] = (await openPages(arxivNew.url)) as [Screen];
    await controlsOn(arxiv);
    expect(await again.entries()).toEqual([]);
  });

  test('two records of one work: the popup asks, merges, and splits', async () => {
    const [page, arxiv] = (await openPages(article.url, arxivNew.url)) as [Screen, Screen];
    await browser().command('find-papers', page);
    const [about = ''] = await controlsOn(page, (count) => count > 0);
    await page.entry(about).click(...onRow.save);
    await page.entry(about).get(...onRow.saved);
    const onArxiv = arxiv.entry(shared.id);
    await arxiv.page.bringToFront();
    await onArxiv.click(...onRow.noteButton);
    await onArxiv.type(...onRow.note, 'the preprint');
    await onArxiv.get(...onRow.noteSaved);
    await arxiv.press('Escape');

    const popup = await browser().popup();
    await popup.get(...inPopup.search);
    await popup.click('button', '1 pair of saved papers may be one work');
    await popup.click('button', 'Same work, merge');
    await popup.get('button', 'Split again');
    await page.page.bringToFront();
    await page.entry(about).get('paragraph', 'the preprint');
    await popup.click('button', 'Split again');
    await page.page.bringToFront();
    await page.entry(about).gone('paragraph', 'the preprint');
    await page.entry(about).get(...onRow.saved);
    await arxiv.page.bringToFront();
    await onArxiv.get('paragraph', 'the preprint');
    await onArxiv.click(...onRow.saved);
    await until('two papers to be one less', async () => (await popup.all('button', /^Remove/)).length === 1);
  });
});
