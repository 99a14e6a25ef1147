import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeyAction, KeyMap } from '../../../lib/keys';
import { listenToKeys } from '../../../lib/page/keyboard';
import { shieldKeys } from '../../../lib/page/shield';

let acts: KeyAction[];
let map: KeyMap | undefined;
let end: AbortController;

beforeEach(() => {
  acts = [];
  map = {};
  end = new AbortController();
  document.body.replaceChildren();
  const act = (action: KeyAction) => acts.push(action) > 0;
  listenToKeys(window, { map: () => map, act }, end.signal);
  shieldKeys(window, end.signal);
});
afterEach(() => end.abort());

/** Presses a key; tells whether it was taken. */
function press(key: string, on: Element = document.body, held: KeyboardEventInit = {}): boolean {
  return !on.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...held }),
  );
}

function add(html: keyof HTMLElementTagNameMap, attributes: Record<string, string> = {}): HTMLElement {
  const element = document.body.appendChild(document.createElement(html));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

test('a key does what it is for, and is kept from the browser', () => {
  expect(press('j')).toBe(true);
  expect(press('O')).toBe(true);
  expect(press('q')).toBe(false);
  expect(acts).toEqual(['next', 'openBehind']);
});

test('keys are the page’s in text fields, and with Ctrl, Alt or Meta', () => {
  for (const field of [add('input'), add('textarea'), add('select'), add('div', { role: 'textbox' })])
    press('j', field);
  for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }]) {
    press('j', document.body, held);
  }
  expect(acts).toEqual([]);
  press('j', add('input', { type: 'checkbox' }));
  expect(acts).toEqual(['next']);
});

test('a key that the site takes is the site’s, and so is one that it says to use', () => {
  const take = (event: KeyboardEvent) => event.key === 'k' && event.preventDefault();
  document.addEventListener('keydown', take, { signal: end.signal });
  const stop = (event: KeyboardEvent) => event.key === 'x' && event.stopPropagation();
  document.body.addEventListener('keydown', stop, { signal: end.signal });
  add('a', { 'aria-keyshortcuts': 's' });
  add('button', { 'data-hotkey': 't,Mod+k' });
  for (const key of ['k', 'x', 's', 't', 'j']) press(key);
  expect(acts).toEqual(['next']);
});

test('keys in our own controls work, but for text fields', () => {
  const host = document.body.appendChild(document.createElement('papergloss-entry'));
  const shadow = host.attachShadow({ mode: 'open' });
  const button = shadow.appendChild(document.createElement('button'));
  const field = shadow.appendChild(document.createElement('textarea'));
  press('j', button);
  press('j', field);
  expect(acts).toEqual(['next']);
});

test('chosen keys go before usual ones, and off is off', () => {
  map = { next: 'J', save: '' };
  for (const key of ['j', 'J', 's']) press(key);
  expect(acts).toEqual(['next']);
  map = undefined;
  press('J');
  expect(acts).toEqual(['next']);
});
