import { expect, test } from 'vitest';
import { isPageOfPaper, regionOf } from '../../../lib/page/regions';
import type { Entry } from '../../../lib/page/watch';
import { listOf, papers } from './entries';

test('in a list, an entry is its own elements', () => {
  const { entries } = listOf(papers(2));
  const [first] = entries as [Entry];
  expect(regionOf(first, entries)).toEqual({ elements: first.parts, except: new Set() });
});

test('the page of one paper is about it, but for the papers that it cites', () => {
  const { entries } = listOf(papers(3));
  const [paper, ...cited] = entries as [Entry, Entry, Entry];
  paper.list = { ...paper.list, name: 'the page of a paper' };
  expect(regionOf(paper, entries)).toEqual({
    elements: [document.body],
    except: new Set(cited.flatMap(({ parts }) => parts)),
  });
  expect(cited.some((entry) => isPageOfPaper(entry, entries))).toBe(false);
});

test('a paper that is named in a line of text is not what the page is about', () => {
  const { entries } = listOf(papers(1));
  const [named] = entries as [Entry];
  named.controls = 'inline';
  expect(regionOf(named, entries).elements).toEqual(named.parts);
});
