import { i18n } from '#i18n';

const remembered = new Map<string, string>();

/** The user's words for a key of locales/*.yml. Remembered: what was asked once is there in a dead context too. */
export const t: typeof i18n.t = (...question: unknown[]) => {
  const key = JSON.stringify(question);
  let text = remembered.get(key);
  if (text === undefined) {
    text = (i18n.t as (...question: unknown[]) => string)(...question);
    remembered.set(key, text);
  }
  return text;
};

/** An updated extension answers its open pages no more, and just then there is something to say: ask before. */
export function rememberLastWords(): void {
  for (const key of ['error.reload', 'note.copy', 'note.copied'] as const) t(key);
}
