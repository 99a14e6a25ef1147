import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import { arxivNew, shared } from './fixtures.ts';
import { inEveryBrowser } from './story.ts';

// Firefox ends content scripts together with their extension: nobody is left to say anything.
inEveryBrowser(
  (browser) => {
    test('when nothing answers any more, the row says to reload, and what was typed stays in reach', async () => {
      const arxiv = await browser().page(arxivNew.url);
      const row = arxiv.entry(shared.id);
      await row.click(...onRow.noteButton);
      await row.type(...onRow.note, 'typed before, ');
      await row.get(...onRow.noteSaved);
      await browser().removeExtension();
      await row.type(...onRow.note, 'typed after');
      await row.get('alert', /Reload this page/);
      await row.get('button', 'Copy the text');
      expect(await row.value(...onRow.note)).toBe('typed before, typed after');

      const other = arxiv.entry((await arxiv.entries()).find((id) => id !== shared.id) ?? '');
      await other.click(...onRow.save);
      await other.get('alert', /Reload this page/);
      await other.click(...onRow.noteButton);
      await other.get('alert', /Reload this page/);
    });
  },
  ['chrome'],
);
