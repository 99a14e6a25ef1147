import { test } from 'vitest';
import { inPopup, onRow } from '../../scripts/browser/controls.ts';
import { until } from '../../scripts/browser/until.ts';
import { arxivNew, awesomeList, fixture, hfDaily, shared } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

const semanticScholar = fixture('semanticscholar.search.html');
const googleScholar = fixture('googlescholar.results.html');
/** What these two call the paper; both show its arXiv id beside it. */
const onSemanticScholar = 's2:3948b240855f9c2341295f1f9b3ee4a7cd3c80cd';
const onGoogleScholar = 'scholar:AQD0RIKRY0UJ';

inEveryBrowser((browser) => {
  test('saved on Semantic Scholar, with a note, it is so on arXiv, Hugging Face, Google Scholar and a reading list', async () => {
    browser().serve({ [awesomeList.url]: awesomeList.html });
    const arxiv = await browser().page(arxivNew.url);
    await arxiv.entry(shared.id).get(...onRow.save);
    const first = await browser().page(semanticScholar.url);
    const row = first.entry(onSemanticScholar);
    await row.click(...onRow.noteButton);
    await row.type(...onRow.note, 'for the workshop');
    await row.get(...onRow.noteSaved);

    const huggingface = await browser().page(hfDaily.url);
    const scholar = await browser().page(googleScholar.url);
    const readme = await browser().page(awesomeList.url);
    await browser().command('find-papers', readme);
    await controlsOn(readme);
    for (const [page, id] of [
      [arxiv, shared.id],
      [huggingface, shared.id],
      [scholar, onGoogleScholar],
    ] as const) {
      await page.page.bringToFront();
      await page.entry(id).get(...onRow.saved);
      await page.entry(id).get('paragraph', 'for the workshop');
    }
    await readme.page.bringToFront();
    await until('both of its entries in the reading list', async () => {
      const notes = await readme.entry(shared.id).all('paragraph', 'for the workshop');
      return notes.length === 2;
    });

    // Google Scholar's own name for it is known by now: the note goes where the paper goes.
    const popup = await browser().popup();
    await popup.get(...inPopup.search);
    await until('one paper', async () => (await popup.all(...inPopup.remove)).length === 1);
    await scholar.page.bringToFront();
    await scholar.entry(onGoogleScholar).click(...onRow.saved);
    await first.page.bringToFront();
    await row.get(...onRow.save);
    await arxiv.page.bringToFront();
    await arxiv.entry(shared.id).get(...onRow.save);
  });
});
