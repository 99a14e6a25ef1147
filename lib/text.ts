import { i18n } from '#i18n';
import { ratings, statuses } from './marks';

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

/** A day, counted since 1970, as users write it. */
export function dayShown(day: number): string {
  return new Date(day * 86_400_000).toLocaleDateString(undefined, { day: 'numeric', month: 'long', timeZone: 'UTC' });
}

/** All that a row can say. An updated extension answers its open pages no more, and just then a row has to speak. */
const onRow = [
  'entry.save',
  'entry.saved',
  'entry.note',
  'entry.removedWithNote',
  'entry.undo',
  'note.label',
  'note.placeholder',
  'note.hint',
  'note.saving',
  'note.saved',
  'note.copy',
  'note.copied',
  'marks.more',
  'marks.tags',
  'highlights.label',
  'highlights.selected',
  'highlights.make',
  'highlights.makeWithComment',
  'highlights.comment',
  'highlights.makeSelected',
  'highlights.made',
  'highlights.missing',
  'highlights.addComment',
  'highlights.editComment',
  'highlights.hint',
  'highlights.remove',
  'highlights.removed',
  'highlights.undo',
  'error.reload',
  'near.by',
  'notice.close',
  'rules.follows',
  'rules.muted',
  'zotero.there',
] as const;

/** Asks for what rows say while there is an answer. */
export function rememberTextsOnRow(): void {
  for (const key of onRow) t(key);
  t('error.failed', [t('say.noClipboard')]);
  for (const status of statuses) t(`marks.status.${status}`);
  for (const rating of ratings) t('marks.stars', [String(rating)]);
}
