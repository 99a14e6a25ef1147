import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { completionTask } from '../../lib/completion/task';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { loggedRequests } from '../../lib/request-log';
import { services } from '../../lib/services/client';
import { ServiceFailure } from '../../lib/services/failure';
import { serveServices } from '../../lib/services/server';
import { aPaper } from '../papers';
import { grant } from '../permissions';
import { answerAll } from '../servers/asked';
import { servicesWith } from '../servers/services';

type Listener = (message: unknown, sender: object, respond: (reply: unknown) => void) => unknown;
const { authors: _, ...paper } = aPaper();

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  fakeBrowser.reset();
  grant(['<all>']);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('pages of the extension: what was asked for, chosen, written, and taken back', async () => {
  answerAll(
    servicesWith([
      { arxiv: '2609.00001', title: paper.title, authors: ['Ada Margin'], abstract: 'On margins.', date: '2026-09-01' },
    ]),
  );
  serveServices();
  await library.save(paper);
  const id = crypto.randomUUID();
  await services.startCompletion({ id, service: 'arxiv', papers: [paper.id] });
  await vi.waitFor(async () => expect(await completionTask()).toMatchObject({ left: [] }));
  const made = await services.applyCompletion({ id, papers: [{ id: paper.id, fields: ['abstract'] }] });
  expect((await db.papers.get(paper.id))?.paper.abstract).toBe('On margins.');
  await services.undoCompletion(made);
  expect((await db.papers.get(paper.id))?.paper).toEqual(paper);
  expect(await loggedRequests()).toHaveLength(1);
  await services.clearRequests();
  expect(await loggedRequests()).toEqual([]);
});

test('problems come back in terms in which somebody can do something', async () => {
  grant([]);
  serveServices();
  await library.save(paper);
  const sent = services.sendToZotero({ id: crypto.randomUUID(), papers: [paper.id] });
  await expect(sent).rejects.toThrow(ServiceFailure);
  await expect(sent).rejects.toMatchObject({ problem: 'notAllowed' });
});

test('an answer without a value, as Chrome sends it, is an answer', async () => {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => ({}));
  expect(await services.clearRequests()).toBeUndefined();
});

test('a call whose answer was lost is made again; where nobody answers, that is said', async () => {
  const replies = [undefined, { value: ['arxiv:2609.00001'] }];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async () => replies.shift());
  expect(await services.inZotero([])).toEqual(['arxiv:2609.00001']);
  await expect(services.inZotero([])).rejects.toThrow('did not answer');
});

test('content scripts may only ask what is in Zotero; nothing else is answered, and nobody is asked', async () => {
  const listeners: Listener[] = [];
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((hear) => {
    listeners.push(hear as Listener);
  });
  const asked = answerAll(() => new Response('[]'));
  serveServices();
  const onPage = { tab: { id: 1 }, url: 'https://arxiv.org/list/cs.LG/new' };
  const ofExtension = { tab: { id: 2 }, url: fakeBrowser.runtime.getURL('/library.html' as never) };
  const isHeard = (sender: object, service: string, input?: unknown) =>
    listeners.some((hear) => hear({ service, input }, sender, () => {}) === true);
  const task = { id: crypto.randomUUID(), service: 'arxiv', papers: [paper.id] };
  expect(isHeard(onPage, 'startCompletion', task)).toBe(false);
  expect(isHeard(onPage, 'sendToZotero', { id: crypto.randomUUID(), papers: [paper.id] })).toBe(false);
  expect(isHeard(onPage, 'clearRequests')).toBe(false);
  expect(isHeard(onPage, 'constructor')).toBe(false);
  expect(isHeard(onPage, 'inZotero', [])).toBe(true);
  expect(isHeard(ofExtension, 'clearRequests')).toBe(true);
  expect(asked).not.toHaveBeenCalled();
});

test('a background that starts asks nobody for anything', async () => {
  const asked = answerAll(() => new Response(''));
  serveServices();
  await services.goOnCompleting();
  await services.inZotero([paper.id]);
  expect(asked).not.toHaveBeenCalled();
  expect(await loggedRequests()).toEqual([]);
});
