import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { CompressionStream, DecompressionStream } from 'node:stream/web';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { afterEach, beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { grant } from './permissions';

const messages = generateChromeMessages(await parseMessagesFile('locales/en.yml'));

function getMessage(key: string, substitutions: string | string[] = []): string {
  const values = [substitutions].flat();
  return (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? '');
}

beforeEach(() => {
  fakeBrowser.reset();
  Object.assign(fakeBrowser.i18n, { getMessage });
  grant([]);
  const { local } = fakeBrowser.storage;
  Object.assign(local, { getKeys: async () => Object.keys(await local.get(null)) });
  // The fake has no pages that could hear anything.
  Object.assign(fakeBrowser.tabs, { sendMessage: async () => undefined });
});

// What jsdom does not have, or only in part.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
Object.assign(globalThis, { CompressionStream, DecompressionStream });

// @wxt-dev/i18n looks for the browser where a page has it.
Object.assign(globalThis, { browser: fakeBrowser });

// A machine that does several things at once is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
