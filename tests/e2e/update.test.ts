import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import { arxivNew, shared } from './fixtures.ts';
import { controlsOn, inEveryBrowser } from './story.ts';

inEveryBrowser((browser) => {
  test('an update under an open page: what was being typed is saved, and the page goes on working', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.click(...onRow.noteButton);
    await row.type(...onRow.note, 'typed before the update');
    const before = await arxiv.entries();
    await browser().reloadExtension();
    await row.get('paragraph', 'typed before the update');
    await row.gone(...onRow.note);
    expect(await arxiv.entries()).toEqual(before);

    await row.click(...onRow.saved);
    await row.click('button', 'Undo');
    await row.get('paragraph', 'typed before the update');
  });

  test('an update leaves one set of controls on each entry', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const before = await controlsOn(arxiv);
    await browser().reloadExtension();
    await arxiv.entry(shared.id).get(...onRow.saved);
    expect(await arxiv.entries()).toEqual(before);
  });
});
