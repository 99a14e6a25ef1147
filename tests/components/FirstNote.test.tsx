/** The first note that a page shows; for all later ones see NoteText.test.tsx. */
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NoteText } from '../../components/NoteText';
import { loadedReader } from '../../lib/note-reader';

test('what reads Markdown is fetched for the first note that has any; meanwhile one sees what was typed', async () => {
  const { rerender } = render(<NoteText text={'Read the proof, (1) to (3).\n\nIt is right!'} />);
  await Promise.resolve();
  expect(loadedReader()).toBeUndefined();

  rerender(<NoteText text="read the *proof*" />);
  expect(screen.getByText('read the *proof*')).toBeVisible();
  expect((await screen.findByText('proof')).localName).toBe('em');
  expect(loadedReader()).toBeDefined();
});
