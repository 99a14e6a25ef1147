import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearRequestLog, logAnswer, loggedRequests, logRequest, maxSent } from '../../lib/request-log';
import { request } from '../../lib/requests';
import { grant } from '../permissions';
import { answerAll } from '../servers/asked';

beforeEach(() => {
  fakeBrowser.reset();
  grant(['<all>']);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const ask = (about: Partial<Parameters<typeof request>[0]> = {}) =>
  request({ to: 'crossref', purpose: 'complete', path: '/works?filter=doi:10.1000/a', ...about });

test('a request is written down before it is made, and its answer after', async () => {
  const atThatTime: unknown[] = [];
  answerAll(async () => {
    atThatTime.push(...(await loggedRequests()));
    return new Response('{}');
  });
  await ask({ body: '{"ids":[]}' });
  const logged = {
    to: 'crossref',
    purpose: 'complete',
    method: 'POST',
    url: 'https://api.crossref.org/works?filter=doi:10.1000/a',
    sent: '{"ids":[]}',
    at: expect.any(Number),
  };
  expect(atThatTime).toEqual([expect.objectContaining(logged)]);
  expect(atThatTime[0]).not.toHaveProperty('answer');
  expect(await loggedRequests()).toEqual([expect.objectContaining({ ...logged, answer: 200 })]);
});

test('it goes nowhere else than the log says, and says nothing of who asks', async () => {
  const asked = answerAll(() => new Response('{}'));
  await ask();
  expect(asked.mock.calls[0]?.[1]).toMatchObject({
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
});

test('what cannot be written down is not asked', async () => {
  const asked = answerAll(() => new Response('{}'));
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('no room'));
  await expect(ask()).rejects.toThrow('no room');
  expect(asked).not.toHaveBeenCalled();
});

test('whom the user has not allowed is not asked', async () => {
  grant(['https://api.openalex.org/*']);
  const asked = answerAll(() => new Response('{}'));
  await expect(ask()).rejects.toMatchObject({ problem: 'notAllowed' });
  expect(asked).not.toHaveBeenCalled();
  expect(await loggedRequests()).toEqual([]);
});

test('nobody answers', async () => {
  answerAll(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(ask()).rejects.toMatchObject({ problem: 'noAnswer' });
  expect(await loggedRequests()).toMatchObject([{ answer: 0 }]);
});

const aRequest = (n: number) => ({
  id: String(n),
  at: n,
  to: 'arxiv' as const,
  purpose: 'complete' as const,
  method: 'GET',
  url: `https://export.arxiv.org/${n}`,
});

test('the log keeps the latest five thousand, of each the beginning of what was sent, and can be cleared', async () => {
  await Promise.all(Array.from({ length: 5150 }, (_, n) => logRequest(aRequest(n))));
  const all = await loggedRequests();
  expect(all.length).toBeGreaterThan(4900);
  expect(all.length).toBeLessThanOrEqual(5000);
  expect(all.map(({ at }) => at)).toEqual(Array.from({ length: all.length }, (_, i) => 5149 - i));
  await logRequest({ ...aRequest(6000), sent: 'x'.repeat(maxSent + 5) });
  expect((await loggedRequests())[0]).toMatchObject({ sent: 'x'.repeat(maxSent), sentLength: maxSent + 5 });
  await clearRequestLog();
  expect(await loggedRequests()).toEqual([]);
  await logAnswer('6000', 200);
  await logRequest(aRequest(7000));
  expect(await loggedRequests()).toEqual([aRequest(7000)]);
  const left = Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.startsWith('requests:'));
  expect(left).toHaveLength(1);
});

test('nothing else in Papergloss asks anybody: lib/requests.ts is the one door', () => {
  const root = join(import.meta.dirname, '../..');
  const doors =
    /\bfetch\s*(?:\(|[,;)}\]]|\.(?:call|apply|bind)\b)|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bWebTransport\b|\bRTCPeerConnection\b/;
  const files = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const sources = files.filter((file) => /\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(100);
  const withDoors = sources.filter((file) => doors.test(readFileSync(join(root, file), 'utf8')));
  expect(withDoors).toEqual(['lib/requests.ts']);
});
