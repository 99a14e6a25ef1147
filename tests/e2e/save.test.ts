import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import { arxivNew, hfDaily, shared } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

inEveryBrowser((browser) => {
  test('saved on arXiv, it shows as saved on Hugging Face in another tab, and back', async () => {
    const huggingface = await browser().page(hfDaily.url);
    await huggingface.entry(shared.id).get(...onRow.save);
    const arxiv = await browser().page(arxivNew.url);
    await arxiv.entry(shared.id).click(...onRow.save);
    await huggingface.page.bringToFront();
    await huggingface.entry(shared.id).get(...onRow.saved);

    await huggingface.entry(shared.id).click(...onRow.saved);
    await arxiv.page.bringToFront();
    await arxiv.entry(shared.id).get(...onRow.save);
  });

  test('a note written on one site is shown on the other, at once and when the page is opened again', async () => {
    const huggingface = await browser().page(hfDaily.url);
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.click(...onRow.noteButton);
    await row.type(...onRow.note, 'see appendix B');
    await row.get(...onRow.noteSaved);
    await huggingface.page.bringToFront();
    await huggingface.entry(shared.id).get('paragraph', 'see appendix B');
    await huggingface.page.reload();
    await huggingface.entry(shared.id).get('paragraph', 'see appendix B');
    await huggingface.entry(shared.id).get(...onRow.saved);
  });

  test('unsaving a paper with a note offers undo, which brings the note back', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.click(...onRow.saved);
    await row.get('status', 'Removed, with its note.');
    await row.gone('paragraph', 'see appendix B');
    await row.click('button', 'Undo');
    await row.get('paragraph', 'see appendix B');
    await row.get(...onRow.saved);
  });

  test('every entry has its controls, in the order of the page', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const ids = [...arxivNew.html.matchAll(/title="Abstract" id="([^"]+)"/g)].map(([, id]) => id);
    const entries = await controlsOn(arxiv, (count) => count === ids.length);
    expect(entries.map((id) => id.replace('arxiv:', ''))).toEqual(ids.map((id) => id?.replace(/\.[A-Z]{2}\//, '/')));
  });
});
