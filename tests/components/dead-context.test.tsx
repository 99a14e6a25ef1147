/** After an update of the extension, the browser has no texts any more for the pages that are open. */
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { CopyButton } from '../../components/CopyButton';
import { rememberTextsOnRow, t } from '../../lib/text';

test('a row can say that its page has no clipboard', async () => {
  rememberTextsOnRow();
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  const user = userEvent.setup();
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  render(<CopyButton text="precious" label={t('note.copy')} />);
  await user.click(screen.getByRole('button', { name: 'Copy the text' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Only pages with https can copy.');
});
