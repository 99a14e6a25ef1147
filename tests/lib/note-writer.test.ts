import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Library } from '../../lib/library/contract';
import { allDrafts } from '../../lib/library/drafts';
import { LibraryFailure } from '../../lib/library/failure';
import { NoteWriter } from '../../lib/note-writer';
import { aPaper } from '../papers';

const paper = aPaper();
let written: string[];
let answer: () => Promise<void>;
let writer: NoteWriter;

beforeEach(() => {
  written = [];
  answer = async () => {};
  const library: Pick<Library, 'writeNote'> = {
    writeNote: async ({ text }) => {
      written.push(text);
      await answer();
    },
  };
  writer = new NoteWriter(library, paper);
});

afterEach(() => vi.useRealTimers());

test('keeps a draft at once and writes at rest', async () => {
  vi.useFakeTimers();
  writer.type('a');
  writer.type('ab');
  expect(writer.state.status).toBe('waiting');
  expect(await allDrafts()).toEqual([{ paper, text: 'ab' }]);
  expect(written).toEqual([]);
  await vi.runAllTimersAsync();
  expect(written).toEqual(['ab']);
  expect(writer.state.status).toBe('saved');
  expect(await allDrafts()).toEqual([]);
});

test('says what it stands in place of: what was shown when the user began, then what it wrote last', async () => {
  const overs: (string | undefined)[] = [];
  writer = new NoteWriter({ writeNote: async ({ over }) => void overs.push(over) }, paper);
  writer.shows('before');
  writer.type('a');
  writer.shows('of another tab');
  expect(await allDrafts()).toEqual([{ paper, text: 'a', over: 'before' }]);
  await writer.flush();
  writer.type('ab');
  await writer.flush();
  writer.shows('ab');
  writer.shows('of another tab, once more');
  writer.type('abc');
  await writer.flush();
  expect(overs).toEqual(['before', 'a', 'of another tab, once more']);
});

test('writes at once when the user leaves', async () => {
  writer.type('a');
  await writer.flush();
  expect(written).toEqual(['a']);
});

test('what is typed during a write is written after it, never before', async () => {
  let release = () => {};
  answer = () => new Promise((resolve) => (release = resolve));
  writer.type('a');
  const flushed = writer.flush();
  writer.type('ab');
  answer = async () => {};
  release();
  await flushed;
  expect(written).toEqual(['a', 'ab']);
  expect(writer.state.status).toBe('saved');
});

test('a failed write keeps text and draft, and can be tried again', async () => {
  answer = () => Promise.reject(new LibraryFailure('full', 'no room'));
  writer.type('a');
  await writer.flush();
  expect(writer.state).toMatchObject({ status: 'failed', canRetry: true, error: { reason: 'full' } });
  expect(writer.text).toBe('a');
  expect(await allDrafts()).toHaveLength(1);
  answer = async () => {};
  await writer.retry();
  expect(writer.state.status).toBe('saved');
});

test('leaving the field does not try again by itself: the message, and its button, stay', async () => {
  answer = () => Promise.reject(new LibraryFailure('full', 'no room'));
  writer.type('a');
  await writer.flush();
  await writer.flush();
  expect(written).toEqual(['a']);
  expect(writer.state.status).toBe('failed');
});

test('in a dead context says to reload, and keeps the text', async () => {
  const { id } = fakeBrowser.runtime;
  Object.assign(fakeBrowser.runtime, { id: undefined });
  answer = () => Promise.reject(new Error('Extension context invalidated.'));
  writer.type('a');
  await writer.flush();
  expect(writer.state).toMatchObject({ status: 'failed', canRetry: false, error: { reason: 'reload' } });
  expect(writer.text).toBe('a');
  Object.assign(fakeBrowser.runtime, { id });
});

test('lets go of the typed text when the page shows it as saved, and not before', async () => {
  writer.type('a');
  writer.shows('');
  expect(writer.text).toBe('a');
  await writer.flush();
  writer.shows('');
  expect(writer.text).toBe('a');
  writer.shows('a');
  expect(writer.text).toBeUndefined();
});

test('lets go of it as it is saved, where the page shows it before the answer is there', async () => {
  answer = async () => writer.shows('a');
  writer.shows('');
  writer.type('a');
  await writer.flush();
  expect(writer.text).toBeUndefined();
});

test('lets go of it for what another tab wrote since', async () => {
  writer.shows('before');
  writer.type('a');
  await writer.flush();
  writer.shows('of another tab');
  expect(writer.text).toBeUndefined();
});

test('keeps it from older notes that the page shows late: the one of before, and what was written on the way', async () => {
  let release = () => {};
  answer = () => new Promise((resolve) => (release = resolve));
  writer.shows('before');
  writer.type(' ');
  const flushed = writer.flush();
  writer.shows('of another tab');
  writer.type('a');
  answer = async () => {};
  release();
  await flushed;
  writer.type('ab');
  await writer.flush();
  for (const late of ['before', 'of another tab', '', 'a']) {
    writer.shows(late);
    expect(writer.text).toBe('ab');
  }
  writer.shows('ab');
  expect(writer.text).toBeUndefined();
});

test('keeps what could not be written, whatever the page shows', async () => {
  answer = () => Promise.reject(new LibraryFailure('full', 'no room'));
  writer.shows('before');
  writer.type('a');
  await writer.flush();
  writer.shows('of another tab');
  expect(writer.text).toBe('a');
  answer = async () => {};
  await writer.retry();
  expect(writer.text).toBe('a');
  writer.shows('a');
  expect(writer.text).toBeUndefined();
});

test('where no draft can be kept, the library is asked at once', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('no room'));
  writer.type('a');
  await vi.waitFor(() => expect(writer.state.status).toBe('saved'));
  expect(written).toEqual(['a']);
});

test('does nothing when nothing was typed', async () => {
  await writer.flush();
  expect(written).toEqual([]);
});
