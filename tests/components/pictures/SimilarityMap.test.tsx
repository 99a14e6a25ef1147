import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import Pictures from '../../../components/pictures/Pictures';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { aPaper } from '../../papers';

const papers = ['Protein folding', 'Folding of protein', 'Knots and braids', 'Braids, not knots'].map((title, i) =>
  aPaper({ id: `arxiv:2609.0000${i}`, title, abstract: title }),
);

beforeEach(async () => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  await Promise.all(db.tables.map((table) => table.clear()));
});

async function show() {
  const onFilter = vi.fn();
  for (const paper of papers) await library.save(paper);
  await library.mark({ paper: papers[1] ?? aPaper(), change: { status: 'read' } });
  render(<Pictures onFilter={onFilter} />);
  const map = within(await screen.findByRole('region', { name: 'A map by similarity' }));
  return { onFilter, map, user: userEvent.setup() };
}

test('each paper is a button that says title and status, and finds it, also by keys', async () => {
  const { onFilter, map, user } = await show();
  await user.click(await map.findByRole('button', { name: 'Folding of protein: Read' }));
  expect(onFilter).toHaveBeenLastCalledWith('title:"Folding of protein"');
  map.getByRole('button', { name: 'Knots and braids: To read' }).focus();
  await user.keyboard(' ');
  expect(onFilter).toHaveBeenLastCalledWith('title:"Knots and braids"');
  await user.keyboard('{End}{Enter}');
  expect(onFilter).toHaveBeenCalledTimes(3);
});

test('the table has every paper with its group and the one that is most like it', async () => {
  const { onFilter, map, user } = await show();
  await map.findByRole('button', { name: 'Folding of protein: Read' });
  await user.click(map.getByRole('button', { name: 'Table' }));
  const rows = within(map.getByRole('table', { name: 'A map by similarity' }))
    .getAllByRole('row')
    .slice(1);
  const cells = rows.map(({ children }) => [children[0]?.textContent, children[2]?.textContent]);
  expect(Object.fromEntries(cells)).toEqual({
    'Protein folding': 'Folding of protein',
    'Folding of protein': 'Protein folding',
    'Knots and braids': 'Braids, not knots',
    'Braids, not knots': 'Knots and braids',
  });
  await user.click(map.getByRole('button', { name: 'Protein folding' }));
  expect(onFilter).toHaveBeenLastCalledWith('title:"Protein folding"');
});

test('without papers, says what to do', async () => {
  render(<Pictures onFilter={() => {}} />);
  expect(await screen.findByText(/^No paper to draw/)).toBeVisible();
});
