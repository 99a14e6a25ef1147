import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { completionTask } from '../../lib/completion/task';
import { db } from '../../lib/library/db';
import type { Paper, PaperId } from '../../lib/paper';
import { serveServices } from '../../lib/services/server';
import { grant } from '../permissions';
import { answerAll } from '../servers/asked';
import { servicesWith } from '../servers/services';
import { emptyLibrary, libraryPage, papers, rows } from './library';

beforeEach(async () => {
  await emptyLibrary();
  grant(['https://export.arxiv.org/*']);
});
afterEach(async () => {
  vi.unstubAllGlobals();
});

/** Papers of which a list said how many authors there are, and no more. */
const bare = (count: number) => papers(count).map(({ authors: _, ...paper }) => ({ ...paper, authorCount: 7 }));
const works = (count: number) =>
  bare(count).map(({ id, title }) => ({
    arxiv: id.slice('arxiv:'.length),
    title,
    authors: ['Ada Margin'],
    abstract: `On ${title}.`,
    date: '2026-09-01',
  }));
const open = async (saved: Paper[] = bare(1), settings: Parameters<typeof libraryPage>[2] = { completion: true }) => {
  serveServices();
  const page = await libraryPage(saved, `?paper=${saved[0]?.id}`, settings);
  const details = within(await screen.findByRole('region', { name: 'Details' }));
  await details.findByRole('button', { name: 'Send to Zotero' });
  return { ...page, details };
};
const paperOf = async (id: PaperId = 'arxiv:2609.10001') => (await db.papers.get(id))?.paper;

test('nothing is offered where nothing is missing', async () => {
  const { details } = await open(papers(1).map((paper) => ({ ...paper, abstract: 'All of it.', published: '2026' })));
  expect(details.queryByRole('region', { name: 'Missing details' })).toBeNull();
});

test('it is off until the user switches it on, and says what it would send', async () => {
  const asked = answerAll(servicesWith(works(1)));
  const { user, details, settings } = await open(bare(1), {});
  expect(details.getByText('Missing: authors, abstract, date.')).toBeVisible();
  expect(details.queryByRole('button', { name: /^Complete from/ })).toBeNull();
  await user.click(details.getByRole('button', { name: 'Switch it on' }));
  expect(await details.findByRole('button', { name: 'Complete from arXiv' })).toBeVisible();
  expect(settings.current.completion).toBe(true);
  expect(asked).not.toHaveBeenCalled();
});

test('only those are offered that know such papers', async () => {
  const { details } = await open();
  const names = details.getAllByRole('button', { name: /^Complete from/ }).map((button) => button.textContent);
  expect(names).toEqual(['Complete from arXiv', 'Complete from OpenAlex', 'Complete from Semantic Scholar']);
  expect(details.getByRole('group', { name: 'Complete from:' })).toHaveAccessibleDescription(/identifiers/);
});

test('shows each field before and after, writes only what stays ticked, and undoes it', async () => {
  answerAll(servicesWith(works(1)));
  const { user, details } = await open();
  await user.click(details.getByRole('button', { name: 'Complete from arXiv' }));
  const paper = within(await details.findByRole('group', { name: 'Paper 001' }));
  const abstract = paper.getByRole('checkbox', { name: 'abstract' });
  expect(abstract).toBeChecked();
  expect(abstract).toHaveAccessibleDescription('Now: nothing Then: On Paper 001.');
  expect(await paperOf()).toEqual(bare(1)[0]);
  for (const field of ['date', 'subjects', 'comments', 'PDF']) {
    await user.click(paper.getByRole('checkbox', { name: field }));
  }
  await user.click(details.getByRole('button', { name: 'Fill in 2 fields' }));
  expect(await screen.findByText('1 paper completed.')).toBeVisible();
  expect(await paperOf()).toEqual({ ...bare(1)[0], authors: ['Ada Margin'], abstract: 'On Paper 001.' });
  expect(await details.findByText('Missing: date.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await paperOf()).toEqual(bare(1)[0]));
});

test('what may be another paper is not ticked, and says so', async () => {
  answerAll(servicesWith(works(1).map((work) => ({ ...work, title: 'Attention Is All You Need' }))));
  const { user, details } = await open();
  await user.click(details.getByRole('button', { name: 'Complete from arXiv' }));
  const paper = within(await details.findByRole('group', { name: 'Paper 001' }));
  expect(paper.getByText(/It calls this paper “Attention Is All You Need”/)).toBeVisible();
  for (const box of paper.getAllByRole('checkbox')) expect(box).not.toBeChecked();
  expect(details.getByRole('button', { name: 'Fill in 0 fields' })).toHaveAttribute('aria-disabled', 'true');
});

test('can be discarded, and then nothing has changed', async () => {
  answerAll(servicesWith(works(1)));
  const { user, details } = await open();
  await user.click(details.getByRole('button', { name: 'Complete from arXiv' }));
  await details.findByRole('group', { name: 'Paper 001' });
  await user.click(details.getByRole('button', { name: 'Discard' }));
  expect(await details.findByRole('button', { name: 'Complete from arXiv' })).toBeVisible();
  expect(await paperOf()).toEqual(bare(1)[0]);
  expect(await completionTask()).toBeUndefined();
});

test('a permission is asked for at the click; a refusal asks nobody', async () => {
  grant([], () => false);
  const asked = answerAll(servicesWith(works(1)));
  const { user, details } = await open();
  await user.click(details.getByRole('button', { name: 'Complete from Semantic Scholar' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(/does not allow it/);
  expect(fakeBrowser.permissions.request).toHaveBeenCalledWith({ origins: ['https://api.semanticscholar.org/*'] });
  expect(asked).not.toHaveBeenCalled();
});

test('many: how far it is, stop, what was found so far; then all at once', async () => {
  const answers = Promise.withResolvers<void>();
  const answer = servicesWith(works(3));
  answerAll(async (url, init) => {
    await answers.promise;
    return answer(url, init);
  });
  serveServices();
  const { user } = await libraryPage(bare(3), '', { completion: true });
  await rows();
  await user.keyboard('{ArrowDown}{Control>}a{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Complete from arXiv' }));
  const region = within(await screen.findByRole('region', { name: 'Missing details' }));
  expect(region.getByRole('status')).toHaveTextContent('arXiv is asked for 3 papers: 0 done.');
  expect(region.getByRole('progressbar')).toHaveAttribute('max', '3');
  answers.resolve();
  expect(await region.findByText('arXiv says what is missing of 3 papers.')).toBeVisible();
  await user.click(region.getByRole('button', { name: 'Fill in 18 fields' }));
  expect(await screen.findByText('3 papers completed.')).toBeVisible();
  expect((await paperOf(bare(3)[2]?.id))?.abstract).toBe('On Paper 003.');
});

test('a problem is said, and can be tried again; stopping leaves what was found', async () => {
  let isDown = true;
  const answer = servicesWith([]);
  answerAll((url, init) => (isDown ? new Response('', { status: 500 }) : answer(url, init)));
  const { user, details } = await open();
  await user.click(details.getByRole('button', { name: 'Complete from OpenAlex' }));
  expect(await details.findByRole('alert')).toHaveTextContent('It answers with an error: HTTP 500.');
  isDown = false;
  await user.click(details.getByRole('button', { name: 'Stop' }));
  expect(await details.findByText('OpenAlex says nothing that is missing.')).toBeVisible();
  await user.click(details.getByRole('button', { name: 'Close' }));
  expect(await details.findByRole('button', { name: 'Complete from OpenAlex' })).toBeVisible();
});
