import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { shieldEvents, shieldKeys } from '../../../lib/page/shield';

let field: HTMLTextAreaElement;
let controller: AbortController;
const heard = vi.fn();

beforeEach(() => {
  heard.mockClear();
  controller = new AbortController();
  const { signal } = controller;
  const host = document.createElement('papergloss-entry');
  field = document.createElement('textarea');
  host.attachShadow({ mode: 'open' }).append(field);
  document.body.replaceChildren(host);
  shieldKeys(window, signal);
  shieldEvents(host, signal);
  // A site listens on the way down and on the way up.
  for (const capture of [true, false]) {
    for (const type of ['keydown', 'keyup']) document.addEventListener(type, heard, { capture, signal });
  }
  document.addEventListener('click', heard, { signal });
});
afterEach(() => controller.abort());

const press = (target: Element, key: string) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

test('keys in our controls are not heard by the page, not even on their way down', () => {
  press(field, 'j');
  expect(heard).not.toHaveBeenCalled();
});

test('our controls hear them, and can prevent what they would do', () => {
  const inside = vi.fn((event: KeyboardEvent) => event.preventDefault());
  field.addEventListener('keydown', inside);
  expect(press(field, 'Escape')).toBe(false);
  expect(inside.mock.lastCall?.[0]).toMatchObject({ key: 'Escape' });
});

test('our controls hear that a key is held down', () => {
  const inside = vi.fn();
  field.addEventListener('keydown', inside);
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Backspace', repeat: true, bubbles: true, composed: true }));
  expect(inside.mock.lastCall?.[0]).toMatchObject({ key: 'Backspace', repeat: true });
});

test('keys elsewhere on the page are heard as ever', () => {
  press(document.body, 'j');
  expect(heard).toHaveBeenCalledTimes(2);
});

test('clicks in our controls are not heard by the page', () => {
  field.click();
  expect(heard).not.toHaveBeenCalled();
});
