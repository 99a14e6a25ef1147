import { expect, test } from 'vitest';
import { onRow } from '../../scripts/browser/controls.ts';
import type { Screen } from '../../scripts/browser/screen.ts';
import { until } from '../../scripts/browser/until.ts';
import { faults, faultsInBothThemes } from './axe.ts';
import { arxivNew, shared } from './fixtures.ts';
import { manyPapers, saveMany } from './many-papers.ts';
import { inEveryBrowser } from './story.ts';

const count = 30;
const papers = manyPapers(count);
const note = `Read the proof of ${papers[20]?.title} again.`;
const offer = ['region', 'Backups'] as const;
const offered = new RegExp(`^Your library is empty, but there is a backup with ${count} papers, of `);

/** In a page: takes the whole database away, as “repair” of a browser does; then, makes one of a later version, if asked. */
async function deleteDatabase(version?: number): Promise<void> {
  const done = (request: IDBOpenDBRequest) =>
    new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  await done(indexedDB.deleteDatabase('papergloss'));
  if (version) (await done(indexedDB.open('papergloss', version))).close();
}

/** In a page: what is saved as a file is kept here instead. */
function keepSaved(): void {
  const kept = window as unknown as { saved: Promise<string> };
  HTMLAnchorElement.prototype.click = function () {
    kept.saved = fetch(this.href).then((answer) => answer.text());
  };
}

const saved = ({ page }: Screen) => page.evaluate(() => (window as unknown as { saved: Promise<string> }).saved);

/** In a page: a folder is chosen without a window of the system, one that only this extension sees. */
function chooseWithoutWindow(): void {
  Object.assign(window, {
    showDirectoryPicker: async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true }),
  });
}

/** What is in that folder, by path. */
const inFolder = ({ page }: Screen) =>
  page.evaluate(async () => {
    const files: Record<string, string> = {};
    const look = async (folder: FileSystemDirectoryHandle, path: string) => {
      for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemHandle]>) {
        if (handle.kind === 'directory') await look(handle as FileSystemDirectoryHandle, `${path}${name}/`);
        else files[path + name] = await (await (handle as FileSystemFileHandle).getFile()).text();
      }
    };
    await look(await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen'), '');
    return files;
  });

/** In a page: writes a note. */
async function writeNote(input: unknown): Promise<void> {
  type Runtime = { sendMessage(message: unknown): Promise<unknown> };
  const { browser, chrome } = globalThis as unknown as Record<string, { runtime: Runtime } | undefined>;
  await (browser ?? chrome)?.runtime.sendMessage({ library: 'writeNote', input });
}

inEveryBrowser((browser) => {
  test('a backup is made, saved as a file, and outlives the database: an empty library offers it', async () => {
    await saveMany(browser(), count);
    const options = await browser().extensionPage('options.html');
    const section = options.within('region', 'Backups');
    // By itself, once there was a rest.
    await until('a backup', async () => (await section.all('listitem', /papers, /)).length === 1, 40_000);
    await section.click('button', 'Back up now');
    await section.get('status', `${count} papers are backed up.`);
    await section.within('list', 'Backups').get('listitem', new RegExp(`${count} papers, `));
    await options.page.evaluate(keepSaved);
    await section.click('button', /^Save as a file: /);
    await until('the file', async () => JSON.parse(await saved(options)).papers.length === count);

    await options.page.evaluate(deleteDatabase);
    const popup = await browser().popup();
    await popup.within(...offer).get('paragraph', offered);
    await popup.within(...offer).get('link', 'Look at it and restore');
    expect(await faults(popup.page, 'html')).toEqual([]);

    const library = await browser().extensionPage('library.html');
    await library.within(...offer).get('paragraph', offered);
    await library.within(...offer).click('link', 'Look at it and restore');
    const window = library.within('dialog', 'Import…');
    await window.focused('heading', 'What would change');
    await window.get('button', `${count} new papers`);
    expect(await faultsInBothThemes(browser(), library, 'dialog', 'restore')).toEqual([]);
    await window.click('button', `Import ${count} papers`);
    await window.focused('heading', 'Imported');
    await library.press('Escape');
    await library.get('status', `${count} papers`);
    await library.gone(...offer);
    const restored = await browser().extensionPage(`library.html?q=${encodeURIComponent('has:note')}`);
    await restored.within('listbox').get('paragraph', note);
  });

  test('who wants an empty library is not asked again', async () => {
    const options = await browser().extensionPage('options.html');
    await options.page.evaluate(deleteDatabase);
    const library = await browser().extensionPage('library.html');
    await library.within(...offer).get('paragraph', offered);
    expect(await faultsInBothThemes(browser(), library, 'html', 'offer')).toEqual([]);
    await library.within(...offer).click('button', 'Leave it empty');
    await library.gone(...offer);
    const again = await browser().extensionPage('library.html');
    await again.get('heading', 'No papers saved yet');
    await again.gone(...offer);
  });

  test('the options pass axe in light and dark, narrow and wide', async () => {
    for (const width of [360, 1280]) {
      const options = await browser().extensionPage('options.html');
      await options.page.setViewport({ width, height: 780 });
      const section = options.within('region', 'Backups');
      await section.get('button', 'Back up now');
      await options.page.evaluate(() => document.querySelector('#backups')?.scrollIntoView());
      expect(await faultsInBothThemes(browser(), options, '#backups', `backups-${width}`)).toEqual([]);
      const wide = await options.page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
      await options.page.close();
    }
  });

  test('a library of a later version is left alone; the last backup is saved as a file', async () => {
    const options = await browser().extensionPage('options.html');
    await options.page.evaluate(deleteDatabase, 9990);
    const library = await browser().extensionPage('library.html');
    await library.get('heading', 'Your library cannot be opened');
    await library.get('alert', /A later version of Papergloss has written this library\./);
    expect(await faultsInBothThemes(browser(), library, 'html', 'cannot-open')).toEqual([]);
    await library.page.evaluate(keepSaved);
    await library.click('button', 'Save the last backup');
    await library.get('status', `${count} papers saved to a file.`);
    expect(JSON.parse(await saved(library)).papers).toHaveLength(count);
    const popup = await browser().popup();
    await popup.get('heading', 'Your library cannot be opened');
    const version = await popup.page.evaluate(async () => (await indexedDB.databases())[0]?.version);
    expect(version).toBe(9990);
    await library.page.evaluate(deleteDatabase);
    await browser().stopBackground();
    // The background could not open it either, and said so.
    for (const error of await browser().errors()) expect(error).toMatch(/Papergloss: |VersionError/);
  });
});

inEveryBrowser(
  (browser) => {
    test('the background writes to a folder of one’s own, with no page open but a list', async () => {
      const options = await browser().extensionPage('options.html');
      await options.page.evaluate(chooseWithoutWindow);
      const folder = options.within('region', 'A folder of your own');
      await folder.click('button', 'Choose a folder…');
      await folder.get('status', 'The folder is “chosen”. Nothing is in it yet.');
      await options.page.close();
      const arxiv = await browser().page(arxivNew.url);
      await arxiv.entry(shared.id).click(...onRow.save);
      await arxiv.entry(shared.id).get(...onRow.saved);
      // It does not write to the folder itself.
      const popup = await browser().popup();
      const written = async () => (await inFolder(popup))['papergloss.json']?.includes(shared.title);
      await until('the file', written, 40_000);
      const later = await browser().extensionPage('options.html');
      await later.within('region', 'A folder of your own').click('button', 'Stop writing to it');
    });

    test('a folder of one’s own has everything, follows what changes, and says when it needs a click', async () => {
      await saveMany(browser(), count);
      const options = await browser().extensionPage('options.html');
      await options.page.evaluate(chooseWithoutWindow);
      const folder = options.within('region', 'A folder of your own');
      await folder.click('button', 'Choose a folder…');
      await folder.get('status', /^The folder is “chosen”\. It is as of /);
      const files = await inFolder(options);
      expect(JSON.parse(files['papergloss.json'] ?? '').papers).toHaveLength(count + 1);
      // A file for each, and that with everything.
      expect(Object.keys(files)).toHaveLength(count + 2);
      const [name = '', text = ''] =
        Object.entries(files).find(([, text]) => text.includes(`# ${papers[20]?.title}`)) ?? [];
      expect(name).toMatch(/^papergloss\/.*\.md$/);
      expect(text).toContain('## Note\n\nRead the proof of');

      await options.page.evaluate(writeNote, { paper: papers[20], text: 'It was wrong.' });
      const section = options.within('region', 'Backups');
      await section.click('button', 'Back up now');
      await until('the change in the folder', async () => (await inFolder(options))[name]?.includes('It was wrong.'));
      await until('it in the complete file', async () =>
        (await inFolder(options))['papergloss.json']?.includes('It was wrong.'),
      );

      await options.page.evaluate(() => {
        let answer: PermissionState = 'prompt';
        Object.assign(FileSystemDirectoryHandle.prototype, {
          queryPermission: async () => answer,
          requestPermission: async () => {
            answer = 'granted';
            return answer;
          },
        });
      });
      await options.page.evaluate(writeNote, { paper: papers[20], text: 'It was right.' });
      await section.click('button', 'Back up now');
      await folder.get('alert', /^The browser wants a click of yours/);
      expect(await faultsInBothThemes(browser(), options, '#backups', 'folder-click')).toEqual([]);
      await folder.click('button', 'Allow it again');
      await folder.gone('alert');
      await until('the change in the folder', async () => (await inFolder(options))[name]?.includes('It was right.'));

      await folder.click('button', 'Stop writing to it');
      await folder.get('status', /^Nothing is written to the folder any more/);
      expect(Object.keys(await inFolder(options))).toHaveLength(count + 2);
    });
  },
  ['chrome'],
);

inEveryBrowser(
  (browser) => {
    test('without folders, a backup is downloaded each day, if the browser may', async () => {
      await saveMany(browser(), count);
      const options = await browser().extensionPage('options.html');
      await options.click('switch', 'Download a backup each day');
      await browser().answerQuestion('Deny');
      await options.get('alert', /does not let Papergloss download anything\.$/);
      await options.click('switch', 'Download a backup each day');
      await browser().answerQuestion('Allow');
      const file = await until('the download', () =>
        options.page.evaluate(async () => {
          type Download = { filename: string; state: string; fileSize: number };
          const { browser } = globalThis as unknown as {
            browser: { downloads: { search(query: object): Promise<Download[]> } };
          };
          const [latest] = await browser.downloads.search({ state: 'complete' });
          return latest;
        }),
      );
      expect(file.filename).toMatch(/Papergloss[\\/]papergloss-[1-7]\.json$/);
      expect(file.fileSize).toBeGreaterThan(1000);
      await options.click('switch', 'Download a backup each day');
      await options.get('status', 'Off: Download a backup each day.');
    });
  },
  ['firefox'],
);
