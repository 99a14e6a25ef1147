import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { library } from '../../lib/library/library';
import { aPaper } from '../papers';
import { activeTitle, emptyLibrary, libraryPage, list, papers, rows, titles } from './library';

beforeEach(emptyLibrary);
afterEach(() => {
  vi.restoreAllMocks();
});

const details = () => screen.getByRole('region', { name: 'Details' });

const paper = aPaper({
  aliases: ['doi:10.5555/margins.17'],
  authors: Array.from({ length: 40 }, (_, n) => `Author ${n + 1}`),
  abstract: 'We look at margins.',
  venue: 'NeurIPS 2026',
  published: '2026-05-01',
  links: { abstract: 'https://arxiv.org/abs/2609.00001', pdf: 'https://arxiv.org/pdf/2609.00001' },
});

test('Enter opens the details, with the focus; Escape goes back to the list', async () => {
  const { user, live } = await libraryPage(papers(3));
  await rows();
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(await screen.findByRole('heading', { name: 'Paper 002' })).toBeVisible();
  await waitFor(() => expect(details()).toHaveFocus());
  expect(location.search).toBe('?paper=arxiv%3A2609.10002');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(live.current.paper).toBeUndefined());
  await waitFor(() => expect(list()).toHaveFocus());
  expect(activeTitle()).toBe('Paper 002');
});

test('show all that is known of a paper', async () => {
  await library.highlight({
    paper,
    highlight: { id: crypto.randomUUID(), quote: { exact: 'margins', prefix: '', suffix: '' }, comment: 'why?' },
  });
  await library.mark({ paper, change: { status: 'reading', rating: 4, addTags: ['side notes'] } });
  await library.writeNote({ paper, text: 'read the proof' });
  const { user } = await libraryPage([paper], `?paper=${paper.id}`);
  await screen.findByRole('heading', { name: paper.title });
  const shown = within(details());
  for (const text of [
    'We look at margins.',
    'NeurIPS 2026',
    'read the proof',
    'margins',
    'why?',
    'Published May 1, 2026',
  ]) {
    expect(shown.getByText(text)).toBeVisible();
  }
  expect(shown.getByRole('link', { name: 'arXiv:2609.00001' })).toHaveAttribute(
    'href',
    'https://arxiv.org/abs/2609.00001',
  );
  expect(shown.getByRole('link', { name: 'doi:10.5555/margins.17' })).toHaveAttribute(
    'href',
    expect.stringContaining('doi.org'),
  );
  expect(shown.getByRole('link', { name: 'PDF' })).toHaveAttribute('href', 'https://arxiv.org/pdf/2609.00001');
  expect(shown.getByRole('combobox', { name: 'Status' })).toHaveValue('reading');
  expect(shown.getByRole('button', { name: 'Remove tag side notes' })).toBeVisible();
  expect(shown.getByText('arXiv, Machine Learning, 1st')).toBeVisible();
  const history = within(shown.getByRole('list', { name: 'History' }));
  for (const deed of [
    'Saved',
    'Note written',
    'Status: Reading',
    'Rating: 4 of 5 stars',
    'Tag: side notes',
    'Highlighted',
  ]) {
    expect(history.getByText(deed)).toBeVisible();
  }
  expect(shown.queryByText('Author 40')).toBeNull();
  await user.click(shown.getByRole('button', { name: '10 more' }));
  expect(shown.getByText('Author 40')).toBeVisible();
});

test('the note, the marks and a click on an author', async () => {
  const { user } = await libraryPage([paper], `?paper=${paper.id}`);
  await screen.findByRole('heading', { name: paper.title });
  await user.click(screen.getByRole('button', { name: 'Add note' }));
  await user.keyboard('read the proof');
  await waitFor(() => expect(screen.getAllByRole('status').map((s) => s.textContent)).toContain('Saved'));
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveFocus();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit note' })).toHaveFocus());
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Dropped');
  await user.type(screen.getByRole('combobox', { name: 'Add a tag' }), 'margins{Enter}');
  await screen.findByRole('button', { name: 'Remove tag margins' });
  const [row] = await rows();
  await waitFor(() => expect(row).toHaveTextContent(/Dropped.*margins.*read the proof/));
  await user.click(screen.getByRole('link', { name: 'Author 2' }));
  expect(screen.getByRole('combobox', { name: 'Search saved papers' })).toHaveValue('author:"Author 2"');
});

test('n and t in the list lead to the note and the tags', async () => {
  const { user } = await libraryPage(papers(3));
  await rows();
  await user.keyboard('{ArrowDown}n');
  expect(await screen.findByRole('textbox', { name: 'Note' })).toHaveFocus();
  await user.keyboard('{Escape}{Escape}');
  await waitFor(() => expect(list()).toHaveFocus());
  await user.keyboard('t');
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Add a tag' })).toHaveFocus());
});

test('removing closes them, and undo brings the paper back', async () => {
  await library.writeNote({ paper, text: 'read the proof' });
  const { user } = await libraryPage([paper, ...papers(1)]);
  await rows();
  await user.click(screen.getByText(paper.title));
  await user.click(within(await screen.findByRole('article')).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(titles()).toEqual(['Paper 001']));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Details' })).toBeNull());
  expect(screen.getByText(`Removed “${paper.title}”.`)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(titles()).toContain(paper.title));
  expect(screen.getByText('read the proof')).toBeVisible();
});

test('a merged paper shows the other, and can be split again', async () => {
  const other = aPaper({ id: 'doi:10.5555/x', title: 'Margins matter', venue: 'Journal of Margins' });
  const now = vi.spyOn(Date, 'now').mockReturnValue(1);
  await library.save(paper);
  now.mockRestore();
  await library.save(other);
  await library.merge([paper.id, other.id]);
  const { user } = await libraryPage([], `?paper=${other.id}`);
  await screen.findByRole('heading', { name: paper.title });
  expect(screen.getByText('NeurIPS 2026 · Journal of Margins')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Split again' }));
  expect(await screen.findByText('“Margins matter” is a paper of its own again.')).toBeVisible();
  await waitFor(() => expect(titles()).toContain('Margins matter'));
});

test('the link and the citation are copied, the title opens the page', async () => {
  const { user, openPage } = await libraryPage([paper], `?paper=${paper.id}`);
  await screen.findByRole('heading', { name: paper.title });
  await user.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await navigator.clipboard.readText()).toBe('https://arxiv.org/abs/2609.00001');
  await user.click(screen.getByRole('button', { name: 'Copy citation' }));
  expect(await screen.findByText('Citation copied.')).toBeVisible();
  expect(await navigator.clipboard.readText()).toContain('(2026)');
  await user.click(screen.getByRole('link', { name: paper.title }));
  expect(openPage.mock.lastCall?.[0]).toMatchObject({ id: paper.id });
});

test('a paper that is not in the library is said to be so, and shows as soon as it is', async () => {
  await libraryPage(papers(1), `?paper=${paper.id}`);
  expect(await screen.findByText(/^This paper is not in your library/)).toBeVisible();
  await act(() => library.save(paper));
  expect(await screen.findByRole('heading', { name: paper.title })).toBeVisible();
});
