import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { alwaysOn, patternOf, serveAlwaysOn } from '../../lib/always-on';

/** What the browser remembers: granted hosts, registered scripts, and who listens. */
let origins: string[];
let scripts: { id: string; matches?: string[] }[];
let hear: Record<'added' | 'removed' | 'installed', (change: { origins: string[] }) => Promise<void> | void>;

const listenAs = (name: keyof typeof hear) => ({
  addListener: (listener: (typeof hear)['added']) => {
    hear[name] = listener;
  },
});

beforeEach(() => {
  origins = ['https://arxiv.org/*'];
  scripts = [];
  hear = { added: () => {}, removed: () => {}, installed: () => {} };
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Papergloss',
    version: '1',
    content_scripts: [{ matches: ['https://arxiv.org/*'] }],
  });
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ origins }),
      onAdded: listenAs('added'),
      onRemoved: listenAs('removed'),
    },
    scripting: {
      getRegisteredContentScripts: async () => scripts,
      unregisterContentScripts: async () => {
        scripts = [];
      },
      registerContentScripts: async (added: typeof scripts) => {
        if (scripts.some(({ id }) => added.some((script) => script.id === id))) throw new Error('Duplicate script id.');
        scripts.push(...added);
      },
      executeScript: vi.fn(async () => []),
    },
  });
  Object.assign(fakeBrowser.runtime, { onInstalled: listenAs('installed') });
  serveAlwaysOn();
});

test('the list is what was granted beyond the built-in sites', async () => {
  expect(await alwaysOn()).toEqual([]);
  origins.push('https://b.example/*', 'https://a.example/*');
  expect(await alwaysOn()).toEqual(['https://a.example/*', 'https://b.example/*']);
});

test('whom the background may ask is no site to work on', async () => {
  origins.push('https://api.crossref.org/*', 'http://127.0.0.1:23119/*', 'https://b.example/*');
  expect(await alwaysOn()).toEqual(['https://b.example/*']);
});

test('a site that was added has the script from then on, and one that was taken off no more', async () => {
  origins.push('https://a.example/*');
  await hear.added({ origins: ['https://a.example/*'] });
  expect(scripts.map(({ matches }) => matches)).toEqual([['https://a.example/*']]);
  origins.push('https://b.example/*');
  await hear.added({ origins: ['https://b.example/*'] });
  expect(scripts.map(({ matches }) => matches)).toEqual([['https://a.example/*', 'https://b.example/*']]);
  origins = ['https://arxiv.org/*'];
  await hear.removed({ origins: [] });
  expect(scripts).toEqual([]);
});

test('an update, which forgets the scripts, registers them again', async () => {
  origins.push('https://a.example/*');
  await hear.installed({ origins: [] });
  expect(scripts).toHaveLength(1);
});

test('two changes at once register one script', async () => {
  origins.push('https://a.example/*');
  await Promise.all([hear.added({ origins: [] }), hear.removed({ origins: [] }), hear.installed({ origins: [] })]);
  expect(scripts).toHaveLength(1);
});

test.each([
  ['https://blog.example/a?b#c', 'https://blog.example/*'],
  ['http://localhost:8080/papers', 'http://localhost/*'],
  ['about:blank', undefined],
  ['file:///home/me/papers.html', undefined],
  ['chrome://settings', undefined],
  ['', undefined],
  [undefined, undefined],
])('the pages of %s are %s', (url, pattern) => {
  expect(patternOf(url)).toBe(pattern);
});
