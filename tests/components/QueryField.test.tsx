import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { QueryField } from '../../components/QueryField';
import { db } from '../../lib/library/db';
import { library } from '../../lib/library/library';
import { aPaper } from '../papers';

const margins = aPaper({ authors: ['Ada Margin', 'Björn Müller'] });
const pebbles = aPaper({ id: 'arxiv:2609.00002', title: 'Counting Pebbles', authors: ['Björn Müller'] });

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Search saved papers' });
const offered = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const chosen = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

async function show() {
  await library.mark({ paper: margins, change: { addTags: ['side notes', 'sand'] } });
  await library.mark({ paper: pebbles, change: { addTags: ['sand'] } });
  const goOn = vi.fn();
  function Page() {
    const [query, setQuery] = useState('');
    return (
      <>
        <QueryField query={query} change={setQuery} autoFocus goOn={goOn} />
        <button type="button" onClick={() => setQuery('from elsewhere')}>
          Elsewhere
        </button>
      </>
    );
  }
  render(<Page />);
  return { user: userEvent.setup(), goOn };
}

test('offers a field, then its values with their counts, quoted where chosen', async () => {
  const { user } = await show();
  expect(field()).toHaveAttribute('aria-expanded', 'false');
  await user.keyboard('ta');
  await waitFor(() => expect(offered()).toEqual(['tag:']));
  expect(field()).toHaveAttribute('aria-expanded', 'true');
  expect(screen.getByRole('listbox', { name: 'Completions' })).toHaveAttribute(
    'id',
    field().getAttribute('aria-controls'),
  );
  await user.keyboard('{ArrowDown}{Enter}');
  expect(field()).toHaveValue('tag:');
  await waitFor(() => expect(offered()).toEqual(['sand 2', 'side notes 1']));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(chosen()).toBe('side notes 1');
  expect(screen.getByRole('option', { selected: true })).toHaveTextContent('side notes 1');
  await user.keyboard('{Tab}');
  expect(field()).toHaveValue('tag:"side notes" ');
  expect(field()).toHaveFocus();
  await waitFor(() => expect(offered()).toEqual([]));
  await user.keyboard('-author:mül');
  await waitFor(() => expect(offered()).toEqual(['Björn Müller 2']));
  await user.keyboard('{ArrowUp}{Enter}pebbles');
  expect(field()).toHaveValue('tag:"side notes" -author:"Björn Müller" pebbles');
});

test('completes in the middle of a query, and the caret goes on from there', async () => {
  const { user } = await show();
  await user.keyboard('has: pebbles');
  field().setSelectionRange(4, 4);
  await user.keyboard('h');
  await waitFor(() => expect(offered()).toEqual(['highlight']));
  await user.keyboard('{ArrowDown}{Enter}');
  expect(field()).toHaveValue('has:highlight pebbles');
  expect(field().selectionStart).toBe('has:highlight'.length);
});

test('where nothing is chosen, Enter goes on to the list, and Tab away', async () => {
  const { user, goOn } = await show();
  await user.keyboard('tag:sa');
  await waitFor(() => expect(offered()).toEqual(['sand 2']));
  await user.keyboard('{Enter}');
  expect(field()).toHaveValue('tag:sa');
  expect(goOn).toHaveBeenCalledOnce();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(chosen()).toBeUndefined();
  await user.tab();
  expect(field()).not.toHaveFocus();
  expect(offered()).toEqual([]);
  expect(field()).toHaveValue('tag:sa');
});

test('↓ goes on to the list where nothing is offered; with Alt it offers', async () => {
  const { user, goOn } = await show();
  await user.keyboard('pebbles{ArrowDown}');
  expect(goOn).toHaveBeenCalledOnce();
  await user.clear(field());
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(offered()).toContain('author:'));
  expect(goOn).toHaveBeenCalledOnce();
});

test('Escape closes what is offered, then clears the query', async () => {
  const { user } = await show();
  await user.keyboard('tag:');
  await waitFor(() => expect(offered()).toHaveLength(2));
  await user.keyboard('{Escape}');
  expect(offered()).toEqual([]);
  expect(field()).toHaveValue('tag:');
  await user.keyboard('{Escape}');
  expect(field()).toHaveValue('');
});

test('by mouse, the focus stays in the field; a query from elsewhere closes it', async () => {
  const { user } = await show();
  await user.keyboard('status:re');
  await waitFor(() => expect(offered()).toEqual(['reading', 'read']));
  await user.click(screen.getByRole('option', { name: 'read' }));
  expect(field()).toHaveValue('status:read ');
  expect(field()).toHaveFocus();
  await user.keyboard('tag:');
  await waitFor(() => expect(offered()).toHaveLength(2));
  screen.getByRole('button', { name: 'Elsewhere' }).click();
  await waitFor(() => expect(offered()).toEqual([]));
  expect(field()).toHaveValue('from elsewhere');
});

test('words that are no field, or in quotes, offer nothing', async () => {
  const { user } = await show();
  await user.keyboard('pebbles "ta');
  await user.keyboard(' " tag:zz');
  expect(field()).toHaveValue('pebbles "ta " tag:zz');
  await waitFor(() => expect(offered()).toEqual([]));
});
