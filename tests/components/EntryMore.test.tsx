import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { EntryMore, useMore } from '../../components/EntryMore';
import { MarksEditor } from '../../components/MarksEditor';
import { fakeLibrary } from './fake-library';

function Row() {
  const more = useMore();
  return (
    <>
      <button type="button" ref={more.button}>
        More
      </button>
      <button type="button" onClick={() => more.open('tag')}>
        Tag it
      </button>
      <EntryMore more={more}>
        <MarksEditor marks={{}} library={fakeLibrary()} mark={async () => true} focusTags={more.wanted('tag')} />
      </EntryMore>
    </>
  );
}

test('who wants to tag gets there at once, each time; Escape goes back to the button', async () => {
  const user = userEvent.setup();
  render(<Row />);
  await user.click(screen.getByRole('button', { name: 'Tag it' }));
  expect(screen.getByRole('combobox', { name: 'Add a tag' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Tag it' }));
  expect(screen.getByRole('combobox', { name: 'Add a tag' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'More' })).toHaveFocus();
});
