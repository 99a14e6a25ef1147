import { t } from './text';

/** Puts a text on the clipboard. Rejects with the reason in the user's words where the page has none: it is without https. */
export async function copyText(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error(t('say.noClipboard'));
  await navigator.clipboard.writeText(text);
}
