/** Keys for Chrome itself, such as the shortcut of a command. */
import type { Page } from 'puppeteer-core';

const modifiers = { Alt: 1, Ctrl: 2, Command: 4, Shift: 8 };

/** Presses keys as a manifest writes them, such as `Alt+Shift+P`, with a letter or a digit at the end. */
export async function pressKeys(page: Page, keys: string): Promise<void> {
  const names = keys.split('+');
  const key = names.pop() ?? '';
  if (!/^[A-Z\d]$/.test(key)) throw new Error(`${keys} has no letter and no digit at the end.`);
  const sum = Object.entries(modifiers).reduce((sum, [name, bit]) => (names.includes(name) ? sum + bit : sum), 0);
  const code = key.charCodeAt(0);
  const session = await page.createCDPSession();
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', {
      type,
      key,
      code: `${code > 64 ? 'Key' : 'Digit'}${key}`,
      modifiers: sum,
      windowsVirtualKeyCode: code,
      // Without it, the page alone would get the key, and not Chrome after it.
      nativeVirtualKeyCode: code,
    });
  }
  await session.detach();
}
