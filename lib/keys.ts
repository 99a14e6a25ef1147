/** What keys do on a list, and which keys do it until the user chooses others. */

export const keyActions = [
  'next',
  'previous',
  'save',
  'note',
  'status',
  'tag',
  'hide',
  'open',
  'openBehind',
  'abstract',
  'cite',
  'undo',
  'help',
] as const;
export type KeyAction = (typeof keyActions)[number];

/** As `KeyboardEvent.key` says them: a capital is its letter with shift. */
export const usualKeys: Record<KeyAction, string> = {
  next: 'j',
  previous: 'k',
  save: 's',
  note: 'n',
  status: 'r',
  tag: 't',
  hide: 'x',
  open: 'o',
  openBehind: 'O',
  abstract: 'a',
  cite: 'c',
  undo: 'u',
  help: '?',
};

/** What the user chose instead: another key, or with '' none. */
export type KeyMap = Partial<Record<KeyAction, string>>;

/** The key of an action; '' where it has none. */
export function keyOf(action: KeyAction, map: KeyMap): string {
  return map[action] ?? usualKeys[action];
}

/** The action of a key, if it has one. */
export function actionOf(key: string, map: KeyMap): KeyAction | undefined {
  return keyActions.find((action) => keyOf(action, map) === key);
}

/** Whether a key may be chosen: a letter, a digit or a sign. All others have a use of their own. */
export function isFit(key: string): boolean {
  return [...key].length === 1 && key.trim() !== '';
}

/** The map in which an action has another key, or with '' none. What is as usual is not in it. */
export function withKey(map: KeyMap, action: KeyAction, key: string): KeyMap {
  const { [action]: _, ...others } = map;
  return key === usualKeys[action] ? others : { ...others, [action]: key };
}
