import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { library } from '../../lib/library/library';
import { always } from './always';
import { heldLibrary } from './held-library';
import { activeTitle, emptyLibrary, libraryPage, list, papers, rows, titles } from './library';

beforeEach(emptyLibrary);
afterEach(() => {
  vi.restoreAllMocks();
});

const field = () => screen.getByRole('combobox', { name: 'Search saved papers' });
const group = (name: string) => within(screen.getByRole('region', { name }));
const back = () => act(async () => history.back());

const some = papers(12, (n) => ({
  published: `${2020 + (n % 3)}-01-01`,
  authors: n === 1 ? ['Cleo Sand'] : ['Ada Margin'],
}));

test('searches as one types, which is one step of the history', async () => {
  const { user } = await libraryPage(some);
  await rows();
  expect(field()).toHaveFocus();
  const { length } = history;
  await user.keyboard('sand');
  await waitFor(() => expect(titles()).toEqual(['Paper 001']));
  await waitFor(() => expect(location.search).toBe('?q=sand'));
  expect(history.length).toBe(length + 1);
  await back();
  await waitFor(() => expect(titles()).toHaveLength(12));
  expect(field()).toHaveValue('');
  await act(async () => history.forward());
  await waitFor(() => expect(titles()).toEqual(['Paper 001']));
  expect(field()).toHaveValue('sand');
});

test('who goes on to the list before it is there, is on its first paper when it is', async () => {
  const { user } = await libraryPage(some);
  await rows();
  const letGo = heldLibrary();
  await user.keyboard('sand{Enter}');
  expect(list()).toHaveFocus();
  expect(titles()).toHaveLength(12);
  await letGo();
  await waitFor(() => expect(titles()).toEqual(['Paper 001']));
  await waitFor(() => expect(activeTitle()).toBe('Paper 001'));
  await user.keyboard('{Enter}');
  const details = await screen.findByRole('region', { name: 'Details' });
  expect(await within(details).findByRole('heading', { name: 'Paper 001' })).toBeVisible();
});

test.each(['cards', 'columns'])('marks what was searched for, in %s and in the details', async (view) => {
  const [paper = some[0]] = papers(1, () => ({ title: 'Margins of sand', abstract: 'We draw a margin.', authors: [] }));
  if (paper) await library.mark({ paper, change: { addTags: ['marginal'] } });
  const { user } = await libraryPage(paper ? [paper, ...some.slice(3)] : [], `?view=${view}`);
  await rows();
  expect(document.querySelectorAll('mark')).toHaveLength(0);
  await user.keyboard('margin -pebbles');
  await waitFor(() => expect(titles()).toContain('Margins of sand'));
  const row = screen.getByRole('option', { name: /Margins of sand/ });
  const marked = (within: Element) => Array.from(within.querySelectorAll('mark'), ({ textContent }) => textContent);
  await waitFor(() => expect(marked(row)).toEqual(['Margins', 'marginal']));
  await user.click(row);
  const details = await screen.findByRole('region', { name: 'Details' });
  await within(details).findByRole('heading', { name: 'Margins of sand' });
  expect(marked(details)).toEqual(['Margins', 'margin']);
  await user.clear(field());
  await waitFor(() => expect(document.querySelectorAll('mark')).toHaveLength(0));
});

test('finds nothing, and says so; Escape clears', async () => {
  const { user } = await libraryPage(some);
  await rows();
  await user.keyboard('sandcastle');
  expect(await screen.findByText('No saved paper contains “sandcastle”.')).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(titles()).toHaveLength(12));
});

test('/ leads to the search from the list, where Enter leads back', async () => {
  const { user } = await libraryPage(some);
  await rows();
  await user.keyboard('{ArrowDown}');
  expect(list()).toHaveFocus();
  await user.keyboard('/');
  expect(field()).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(list()).toHaveFocus();
});

test('an address says all: query, order, look, paper', async () => {
  await libraryPage(some, '?q=margin&sort=title&view=columns&paper=arxiv:2609.10003');
  await waitFor(() => expect(titles()).toHaveLength(11));
  expect(titles()[0]).toBe('Paper 002');
  expect(screen.getByRole('combobox', { name: 'Sort by' })).toHaveValue('title');
  expect(screen.getByRole('button', { name: 'Columns' })).toHaveAttribute('aria-pressed', 'true');
  expect(await screen.findByRole('heading', { name: 'Paper 003' })).toBeVisible();
  expect(screen.getByRole('option', { name: /Paper 003/ })).toHaveAttribute('aria-current', 'true');
});

test('a facet counts, and is a term of the query while it is pressed', async () => {
  const [, paper = some[0]] = some;
  if (paper) await library.mark({ paper, change: { addTags: ['Graph networks'], status: 'toRead' } });
  const { user, live } = await libraryPage(some);
  await rows();
  await screen.findByRole('region', { name: 'Tag' });
  const tag = await group('Tag').findByRole('button', { name: 'Graph networks 1' });
  await screen.findByRole('region', { name: 'Year' });
  expect(group('Year').getByRole('button', { name: '2020 4' })).toHaveAttribute('aria-pressed', 'false');
  await user.click(tag);
  expect(field()).toHaveValue('tag:"Graph networks"');
  await waitFor(() => expect(titles()).toEqual(['Paper 002']));
  expect(group('Tag').getByRole('button', { name: /Graph networks/ })).toHaveAttribute('aria-pressed', 'true');
  await user.click(await group('Status').findByRole('button', { name: 'To read 1' }));
  expect(live.current.query).toBe('tag:"Graph networks" status:to-read');
  await user.click(group('Tag').getByRole('button', { name: /Graph networks/ }));
  expect(field()).toHaveValue('status:to-read');
  await back();
  await waitFor(() => expect(field()).toHaveValue('tag:"Graph networks" status:to-read'));
});

test('a pressed facet can be taken back, though no paper has it', async () => {
  const { user } = await libraryPage(some, '?q=year:1999');
  await screen.findByText('No saved paper contains “year:1999”.');
  await screen.findByRole('region', { name: 'Year' });
  await user.click(await group('Year').findByRole('button', { name: '1999 0', pressed: true }));
  await waitFor(() => expect(titles()).toHaveLength(12));
});

test('a group shows a few values, more when asked, and folds', async () => {
  const { user } = await libraryPage(papers(9, (n) => ({ authors: [`Author ${n}`] })));
  await rows();
  await screen.findByRole('region', { name: 'Author' });
  const authors = group('Author');
  expect(await authors.findAllByRole('listitem')).toHaveLength(6);
  await user.click(authors.getByRole('button', { name: 'More' }));
  expect(authors.getAllByRole('listitem')).toHaveLength(9);
  await user.click(authors.getByRole('button', { name: 'Author', expanded: true }));
  expect(authors.queryAllByRole('listitem')).toHaveLength(0);
});

test('a view is saved under a name, as a link, and can be renamed and removed', async () => {
  const { user, settings } = await libraryPage(some);
  await rows();
  expect(screen.queryByRole('button', { name: 'Save this view' })).toBeNull();
  await user.keyboard('sand');
  await user.click(screen.getByRole('button', { name: 'Save this view' }));
  expect(screen.getByRole('textbox', { name: 'Name of the view' })).toHaveFocus();
  await user.keyboard('Cleo{Enter}');
  const link = await screen.findByRole('link', { name: 'Cleo' });
  expect(link).toHaveAttribute('href', '?q=sand');
  await waitFor(() => expect(link).toHaveFocus());
  expect(link).toHaveAttribute('aria-current', 'page');
  await user.clear(field());
  await waitFor(() => expect(titles()).toHaveLength(12));
  await user.click(link);
  await waitFor(() => expect(titles()).toEqual(['Paper 001']));

  await user.click(screen.getByRole('button', { name: 'Rename view Cleo' }));
  await user.keyboard('Her papers{Enter}');
  expect(await screen.findByRole('link', { name: 'Her papers' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Remove view Her papers' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Her papers' })).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByRole('link', { name: 'Her papers' });
  expect(settings.current.views).toMatchObject([{ name: 'Her papers', query: 'sand', sort: 'relevance' }]);
});

test('where a short word was not looked for in abstracts, the number is told as the least', async () => {
  const [hidden = some[0]] = papers(1, () => ({ id: 'arxiv:2609.20001', title: 'Reeds', abstract: 'Of papyrus.' }));
  const { user } = await libraryPage(hidden ? [hidden, ...papers(60)] : []);
  await rows();
  expect(screen.getByText('61 papers')).toBeVisible();
  await user.keyboard('pa');
  expect(await screen.findByText('At least 60 papers')).toHaveAttribute('role', 'status');
  expect(screen.getByText('Show at least 60 papers')).toBeInTheDocument();
  await user.keyboard('p');
  expect(await screen.findByText('61 papers')).toHaveAttribute('role', 'status');
  expect(screen.getByText('Show 61 papers')).toBeInTheDocument();
});

test('where nothing is found in all but abstracts, it says that these were not searched', async () => {
  const { user } = await libraryPage([...papers(60), ...papers(1, () => ({ id: 'arxiv:2609.20001', title: 'Reeds' }))]);
  await rows();
  await user.keyboard('reeds pa');
  expect(await screen.findByText('No saved paper contains “reeds pa”.')).toBeVisible();
  expect(screen.getByText(/^A word of one or two letters was not looked for in abstracts/)).toBeVisible();
  expect(screen.getByText('No paper found yet')).toBeVisible();
  const isAlwaysTold = always(() => screen.queryByText(/^No saved paper contains/) !== null);
  await user.keyboard('p');
  expect(await screen.findByText('No saved paper contains “reeds pap”.')).toBeVisible();
  expect(screen.queryByText(/^A word of one or two letters/)).toBeNull();
  expect(isAlwaysTold()).toBe(true);
});
