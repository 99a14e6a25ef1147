/** What a note said before: nobody loses a word by typing over it. In the background. */
import { nowAfter } from './clock';
import { db, type NoteRecord } from './db';

/** Milliseconds after which going on with a note is another sitting: what it said before is kept. */
const sitting = 10 * 60_000;

/** Characters that may be typed over in one sitting, all in all, without a version of their own: a word, a typo. */
const small = 24;

/** Versions that are kept of one note; the oldest go. */
const maxVersions = 100;

/**
 * Inside a transaction: keeps what a note says, if changing it to `text` would lose more than a few letters of it; or
 * any, where it does not say `over`, since whoever wrote `text` has not seen it. Returns how much is worn then.
 */
export async function keepVersion(note: NoteRecord, text: string, over?: string): Promise<number> {
  const { worn = 0 } = note;
  if (note.text.trim() === '' || note.text === text) return worn;
  const loss = lost(note.text, text);
  const isOthers = over !== undefined && over !== (note.deletedAt ? '' : note.text);
  const isOneSitting = Date.now() - note.updatedAt < sitting;
  const isSmall = isOneSitting && (isOthers ? loss === 0 : worn + loss <= small);
  if (isSmall && loss === 0) return worn;
  const versions = await db.noteVersions.where('noteId').equals(note.id).sortBy('replacedAt');
  // To go back to a version is not to mend a word, and must be as easy to take back.
  if (isSmall && !versions.some((version) => version.text === text)) return worn + loss;
  if (versions.some((version) => version.text === note.text)) return 0;
  const replacedAt = nowAfter(note.updatedAt, (versions.at(-1)?.replacedAt ?? 0) + 1);
  const version = { noteId: note.id, text: note.text, writtenAt: note.updatedAt, replacedAt };
  await db.noteVersions.add({ id: crypto.randomUUID(), ...version });
  const excess = versions.slice(0, Math.max(0, versions.length + 1 - maxVersions));
  await db.noteVersions.bulkDelete(excess.map(({ id }) => id));
  return 0;
}

/** How many characters of `before` are not at the beginning or the end of `after` any more. */
function lost(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return before.length - head - tail;
}
