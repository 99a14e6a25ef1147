import { expect, test } from 'vitest';
import { inPopup, onRow } from '../../scripts/browser/controls.ts';
import { arxivNew, hfDaily, shared } from './fixtures.ts';
import { inEveryBrowser } from './story.ts';

inEveryBrowser((browser) => {
  test('a note that is typed while the background is stopped, and a browser restarted: the note is there', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.click(...onRow.noteButton);
    await row.type(...onRow.note, 'first half, ');
    await row.get(...onRow.noteSaved);
    await browser().stopBackground();
    expect(await browser().isBackgroundRunning()).toBe(false);
    await row.type(...onRow.note, 'second half');
    await row.get(...onRow.noteSaved);

    await browser().restart();
    const again = await browser().page(hfDaily.url);
    await again.entry(shared.id).get('paragraph', 'first half, second half');
  });

  test('a tab that is closed in the middle of a word: the word is there', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.click(...onRow.noteButton);
    await row.type(...onRow.note, ', and half a wor');
    await browser().stopBackground();
    await arxiv.page.close();
    const popup = await browser().popup();
    await popup.get('paragraph', 'first half, second half, and half a wor');
  });

  test('Escape closes the editor and gives the focus back to its button', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.click(...onRow.noteButton);
    await row.get(...onRow.note);
    await row.press('Escape');
    await row.gone(...onRow.note);
    const focused = await arxiv.page.evaluate(
      (id) => document.querySelector(`papergloss-entry[data-paper="${id}"]`)?.shadowRoot?.activeElement?.textContent,
      shared.id,
    );
    expect(focused).toBe('Note');
  });

  test('the editor grows with its text', async () => {
    const arxiv = await browser().page(arxivNew.url);
    const row = arxiv.entry(shared.id);
    await row.click(...onRow.noteButton);
    const height = async () => (await (await row.get(...onRow.note)).boundingBox())?.height ?? 0;
    const before = await height();
    await row.press(...(Array(6).fill('Enter') as 'Enter'[]));
    expect(await height()).toBeGreaterThan(before + 60);
    await row.press(...(Array(6).fill('Backspace') as 'Backspace'[]));
    await row.get(...onRow.noteSaved);
    expect(await height()).toBe(before);
  });

  test('an emptied note goes, and the paper stays saved', async () => {
    const popup = await browser().popup();
    await popup.click(...inPopup.editNote);
    const field = await popup.get(...inPopup.note);
    await field.evaluate((element) => (element as HTMLTextAreaElement).select());
    await popup.press('Backspace');
    await popup.get(...inPopup.noteSaved);
    const arxiv = await browser().page(arxivNew.url);
    await arxiv.entry(shared.id).get(...onRow.saved);
    await arxiv.entry(shared.id).gone('paragraph');
  });
});
