import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { applyCompletion } from '../../../lib/completion/apply';
import { undoOf } from '../../../lib/completion/fields';
import type { CompletionServiceName } from '../../../lib/completion/keys';
import { completionTask } from '../../../lib/completion/task';
import { db } from '../../../lib/library/db';
import { fillIn } from '../../../lib/library/fill-in';
import { library } from '../../../lib/library/library';
import type { PaperId } from '../../../lib/paper';
import { loggedRequests } from '../../../lib/request-log';
import { chosen } from '../../components/options';
import { aPaper } from '../../papers';
import { grant } from '../../permissions';
import { answerAll } from '../../servers/asked';
import { servicesWith } from '../../servers/services';

/** The background, which the browser can end: each has its own. */
let queue: typeof import('../../../lib/completion/queue');
const newBackground = async () => {
  vi.resetModules();
  queue = await import('../../../lib/completion/queue');
};

const bare = (n: number) => {
  const { authors: _, ...paper } = aPaper({ id: arxivId(n), title: `Margins ${n}` });
  return paper;
};
const arxivId = (n: number): PaperId => `arxiv:2609.${String(n).padStart(5, '0')}`;
const works = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    arxiv: arxivId(i + 1).slice(6),
    doi: `10.1000/${i + 1}`,
    title: `Margins ${i + 1}`,
    authors: ['Ada Margin'],
    abstract: `On margin ${i + 1}.`,
    date: '2026-09-01',
  }));

const id = crypto.randomUUID();
const start = (count: number, service: CompletionServiceName = 'arxiv') =>
  queue.startCompletion({ id, service, papers: Array.from({ length: count }, (_, i) => arxivId(i + 1)) });
/** Until it has nothing more to do, or nothing that can be done now. */
const settled = () => vi.waitFor(async () => expect(await completionTask()).toMatchObject({ left: [] }));

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  fakeBrowser.reset();
  grant(['<all>']);
  await newBackground();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The clock stands; what is waited for comes when the test says so. */
function holdTime() {
  let now = Date.parse('2026-11-25T12:00:00Z');
  const waiting: { at: number; go(): void }[] = [];
  vi.spyOn(Date, 'now').mockImplementation(() => now);
  const real = globalThis.setTimeout;
  vi.stubGlobal('setTimeout', ((go: () => void, milliseconds = 0) => {
    // Short ones are those of databases and of tests.
    if (milliseconds < 500) return real(go, milliseconds);
    waiting.push({ at: now + milliseconds, go });
    return waiting.length;
  }) as typeof setTimeout);
  return {
    /** Milliseconds until the next thing that is waited for. */
    next: () =>
      vi.waitFor(() => {
        const [first] = waiting.toSorted((a, b) => a.at - b.at);
        if (!first) throw new Error('Nothing is waited for.');
        return first.at - now;
      }),
    pass(milliseconds: number) {
      now += milliseconds;
      for (const due of waiting.splice(0)) {
        if (due.at <= now) due.go();
        else waiting.push(due);
      }
    },
    /** The background was ended: nothing waits any more. */
    forget: () => waiting.splice(0),
  };
}

test('a paper is asked for, what it would change is shown, and nothing is changed', async () => {
  const asked = answerAll(servicesWith(works(1)));
  await library.save(bare(1));
  await start(1);
  await settled();
  expect(asked).toHaveBeenCalledTimes(1);
  expect((await completionTask())?.proposals).toEqual([
    {
      id: arxivId(1),
      title: 'Margins 1',
      changes: [
        { field: 'authors', after: ['Ada Margin'] },
        { field: 'abstract', after: 'On margin 1.' },
        { field: 'published', after: '2026-09-01' },
        { field: 'subjects', after: ['cs.DL', 'cs.HC'] },
        { field: 'comments', after: '12 pages' },
        { field: 'pdf', after: 'https://arxiv.org/pdf/2609.00001v2' },
        { field: 'identifiers', after: ['doi:10.1000/1'] },
      ],
    },
  ]);
  expect((await db.papers.get(arxivId(1)))?.paper).toEqual(bare(1));
});

test('many go in batches, three seconds apart, one at a time', async () => {
  const time = holdTime();
  const asked = answerAll(servicesWith(works(120)));
  await library.saveAll(works(120).map((_, i) => bare(i + 1)));
  await start(120);
  for (let batch = 1; batch <= 2; batch++) {
    expect(await time.next()).toBe(3000);
    expect(asked).toHaveBeenCalledTimes(batch);
    time.pass(2900);
    expect(asked).toHaveBeenCalledTimes(batch);
    time.pass(100);
  }
  await settled();
  expect(asked).toHaveBeenCalledTimes(3);
  expect((await completionTask())?.proposals).toHaveLength(120);
});

test('the background is ended in the middle: another one goes on there, and asks for nothing twice', async () => {
  const time = holdTime();
  const asked = answerAll(servicesWith(works(100)));
  await library.saveAll(works(100).map((_, i) => bare(i + 1)));
  await start(100);
  await time.next();
  expect(await completionTask()).toMatchObject({ left: { length: 50 }, proposals: { length: 50 } });

  time.forget();
  await newBackground();
  queue.goOnCompleting();
  expect(await time.next()).toBe(3000);
  expect(asked).toHaveBeenCalledTimes(1);
  time.pass(3000);
  await settled();
  expect(asked).toHaveBeenCalledTimes(2);
  const ids = asked.mock.calls.flatMap(([url]) => new URL(url).searchParams.get('id_list')?.split(','));
  expect(new Set(ids).size).toBe(100);
});

test('it is asked later when it says so: 429 with a time, 503 without, then it answers', async () => {
  const time = holdTime();
  const answers = [
    new Response('', { status: 429, headers: { 'Retry-After': '17' } }),
    new Response('', { status: 503 }),
  ];
  const asked = answerAll((url, init) => answers.shift() ?? servicesWith(works(1))(url, init));
  await library.save(bare(1));
  await start(1);
  expect(await time.next()).toBe(17_000);
  // Also a new background waits that long.
  time.forget();
  await newBackground();
  queue.goOnCompleting();
  expect(await time.next()).toBe(17_000);
  time.pass(17_000);
  expect(await time.next()).toBe(10_000);
  time.pass(10_000);
  await settled();
  expect(asked).toHaveBeenCalledTimes(3);
  expect(await loggedRequests()).toMatchObject([{ answer: 200 }, { answer: 503 }, { answer: 429 }]);
});

describe('problems stop it, and it goes on when the user says so', () => {
  const stopped = (problem: string) =>
    vi.waitFor(async () => expect(await completionTask()).toMatchObject({ problem: { problem }, left: { length: 1 } }));

  test.each([
    ['busy', () => new Response('', { status: 429, headers: { 'Retry-After': '86400' } })],
    ['refused', () => new Response('', { status: 500 })],
    ['unreadable', () => new Response('<html>Please log in</html>')],
    ['noAnswer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('%s', async (problem, answer) => {
    let isWell = false;
    answerAll((url, init) => (isWell ? servicesWith(works(1))(url, init) : answer()));
    await library.save(bare(1));
    await start(1);
    await stopped(problem);
    isWell = true;
    const time = holdTime();
    time.pass(60_000);
    await queue.retryCompletion(id);
    await settled();
    expect((await completionTask())?.proposals).toHaveLength(1);
  });

  test('not allowed', async () => {
    grant([]);
    const asked = answerAll(servicesWith(works(1)));
    await library.save(bare(1));
    await start(1);
    await stopped('notAllowed');
    expect(asked).not.toHaveBeenCalled();
  });
});

test('it can be stopped with what it has, or dropped', async () => {
  const time = holdTime();
  const asked = answerAll(servicesWith(works(100)));
  await library.saveAll(works(100).map((_, i) => bare(i + 1)));
  await start(100);
  await time.next();
  await queue.stopCompletion(id);
  expect(await completionTask()).toMatchObject({ left: [], proposals: { length: 50 } });
  time.pass(60_000);
  await queue.dropCompletion(id);
  expect(await completionTask()).toBeUndefined();
  expect(asked).toHaveBeenCalledTimes(1);
});

test('while one is there, another waits for the user to end it; the same again is the same', async () => {
  answerAll(servicesWith(works(1)));
  await library.save(bare(1));
  await start(1);
  await start(1);
  await settled();
  await expect(
    queue.startCompletion({ id: crypto.randomUUID(), service: 'crossref', papers: [arxivId(1)] }),
  ).rejects.toMatchObject({ problem: 'taken' });
});

test('papers that it has no name for, and papers that it does not know, are counted', async () => {
  answerAll(servicesWith(works(1)));
  await library.saveAll([bare(1), bare(2), { ...bare(3), id: 'web:x.example/3' }]);
  await queue.startCompletion({ id, service: 'arxiv', papers: [arxivId(1), arxivId(2), 'web:x.example/3'] });
  await settled();
  expect(await completionTask()).toMatchObject({ total: 3, unknown: 2, proposals: { length: 1 } });
});

test('the address that the user gave goes along, to those that ask for one', async () => {
  await chosen({ mailto: ' ada@x.example ' });
  const asked = answerAll(servicesWith(works(1)));
  await library.save({ ...bare(1), aliases: ['doi:10.1000/1'] });
  await start(1, 'crossref');
  await settled();
  expect(new URL(asked.mock.calls[0]?.[0] ?? '').searchParams.get('mailto')).toBe('ada@x.example');
});

describe('what was found', () => {
  const find = async () => {
    answerAll(servicesWith(works(2)));
    await library.saveAll([bare(1), bare(2)]);
    await library.writeNote({ paper: bare(1), text: 'mine' });
    await library.mark({ paper: bare(1), change: { addTags: ['mine'], rating: 4 } });
    await start(2);
    await settled();
  };
  const paperOf = async (n: number) => (await db.papers.get(arxivId(n)))?.paper;
  const everything = { id, papers: [{ id: arxivId(1), fields: ['authors', 'abstract', 'identifiers'] as const }] };
  const chosenFields = { id, papers: everything.papers.map((each) => ({ ...each, fields: [...each.fields] })) };

  test('is written only where the user has chosen it, and the words of the user stay', async () => {
    await find();
    const before = await library.find([arxivId(1)]);
    await applyCompletion(chosenFields);
    expect(await paperOf(1)).toEqual({
      ...bare(1),
      authors: ['Ada Margin'],
      abstract: 'On margin 1.',
      aliases: ['doi:10.1000/1'],
    });
    expect(await paperOf(2)).toEqual(bare(2));
    expect(await library.find([arxivId(1)])).toEqual(before);
    expect(await library.find(['doi:10.1000/1'])).toHaveProperty(['doi:10.1000/1', 'note'], 'mine');
    expect(await completionTask()).toBeUndefined();
  });

  test('is taken back', async () => {
    await find();
    const made = await applyCompletion(chosenFields);
    await fillIn(made.map(undoOf));
    expect(await paperOf(1)).toEqual({ ...bare(1), aliases: [] });
    expect(await library.find(['doi:10.1000/1'])).toEqual({});
  });

  test('is written once, though the message came twice', async () => {
    await find();
    const made = await applyCompletion(chosenFields);
    expect(await applyCompletion(chosenFields)).toEqual(made);
    expect(await fillIn(made)).toEqual(made);
  });

  test('does not replace what a page said meanwhile', async () => {
    await find();
    await library.save({ ...bare(1), abstract: 'What arXiv says now.' });
    const made = await applyCompletion(chosenFields);
    expect(made[0]?.changes.map(({ field }) => field)).toEqual(['authors', 'identifiers']);
    expect((await paperOf(1))?.abstract).toBe('What arXiv says now.');
  });

  test('does not bring back what was removed meanwhile', async () => {
    await find();
    await library.remove(arxivId(1));
    expect(await applyCompletion(chosenFields)).toEqual([]);
    expect(await library.find([arxivId(1)])).toEqual({});
  });

  test('an identifier of another saved paper is a reason to ask, and merges nothing', async () => {
    await find();
    await library.save(aPaper({ id: 'doi:10.1000/1', title: 'Published' }));
    await applyCompletion(chosenFields);
    expect(await db.papers.count()).toBe(3);
    expect(await db.suggestions.toArray()).toMatchObject([{ evidence: { kind: 'identifiers' } }]);
  });
});
