import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RuleMatches } from '../../../lib/page/rules';
import type { Rule } from '../../../lib/rules';
import { LiveSettings } from '../../../lib/settings';
import { aPaper } from '../../papers';

const ada: Rule = { id: '1', act: 'follow', field: 'author', text: 'Ada Margin' };
const notes: Rule = { id: '2', act: 'mute', field: 'words', text: 'notes' };

let end: AbortController;
let settings: LiveSettings;
let rules: RuleMatches;

const open = async (...chosen: Rule[]) => {
  await settings.change({ rules: chosen });
  rules = new RuleMatches(settings, end.signal);
  return vi.fn();
};
/** What was found of a paper. */
const of = (id: `arxiv:${number}`) => {
  const { follows = [], mutes = [] } = rules.get(id) ?? {};
  return [...follows, ...mutes].map(({ text }) => text);
};
const aList = (count: number) => Array.from({ length: count }, (_, i) => aPaper({ id: `arxiv:${i}` }));

beforeEach(() => {
  end = new AbortController();
  settings = new LiveSettings(end.signal);
});
afterEach(() => end.abort());

test('papers that came are looked at soon after', async () => {
  const heard = await open(ada, notes);
  rules.subscribe(heard);
  rules.add([aPaper({ id: 'arxiv:1' }), aPaper({ id: 'arxiv:2', title: 'Else', authors: [] })]);
  expect(of('arxiv:1')).toEqual([]);
  await vi.waitFor(() => expect(of('arxiv:1')).toEqual(['Ada Margin', 'Notes']));
  expect(rules.get('arxiv:2')).toBeUndefined();
  expect(heard).toHaveBeenCalledTimes(1);
});

test('without rules nobody is told anything', async () => {
  const heard = await open();
  rules.subscribe(heard);
  rules.add(aList(3));
  await new Promise((resolve) => setTimeout(resolve));
  expect(heard).not.toHaveBeenCalled();
});

test('a change of the rules counts for all papers that are there, one of another setting for none', async () => {
  const heard = await open(ada);
  rules.add(aList(3));
  await vi.waitFor(() => expect(of('arxiv:2')).toEqual(['Ada Margin']));
  rules.subscribe(heard);
  await settings.change({ rules: [notes] });
  await vi.waitFor(() => expect(of('arxiv:2')).toEqual(['Notes']));
  await settings.change({ bar: false });
  await settings.change({ rules: [] });
  await vi.waitFor(() => expect(of('arxiv:0')).toEqual([]));
  expect(heard).toHaveBeenCalledTimes(2);
});

test('many papers are looked at in slices, the first first, and listeners hear once per slice', async () => {
  await open(ada);
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const found: number[] = [];
  const papers = aList(100);
  rules.subscribe(() => {
    found.push(papers.filter(({ id }) => rules.get(id)).length);
    expect(rules.get(papers[found.at(-1) ?? 0]?.id ?? 'arxiv:none')).toBeUndefined();
  });
  for (const paper of papers) {
    Object.defineProperty(paper, 'title', {
      get: () => {
        clock += 3;
        return 'A title that takes three milliseconds to read';
      },
    });
  }
  rules.add(papers);
  await vi.waitFor(() => expect(found.at(-1)).toBe(100));
  vi.restoreAllMocks();
  expect(found.slice(0, 3)).toEqual([3, 6, 9]);
});

test('a paper is forgotten with its last entry', async () => {
  const heard = await open(ada);
  rules.add([aPaper(), aPaper()]);
  const { id } = aPaper();
  await vi.waitFor(() => expect(rules.get(id)).toBeDefined());
  rules.drop(id);
  expect(rules.get(id)).toBeDefined();
  rules.subscribe(heard);
  rules.drop(id);
  expect(rules.get(id)).toBeUndefined();
  expect(heard).toHaveBeenCalledTimes(1);
});

test('a paper that left before it was looked at is not looked at', async () => {
  await open(ada);
  rules.add([aPaper({ id: 'arxiv:1' }), aPaper({ id: 'arxiv:2' })]);
  rules.drop('arxiv:1');
  await vi.waitFor(() => expect(rules.get('arxiv:2')).toBeDefined());
  expect(rules.get('arxiv:1')).toBeUndefined();
});

test('after its end nothing is looked at any more', async () => {
  await open(ada);
  rules.add([aPaper()]);
  end.abort();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(rules.get(aPaper().id)).toBeUndefined();
});
