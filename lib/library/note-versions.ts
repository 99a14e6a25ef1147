/** What a note said before: nobody loses a word by typing over it. In the background. */
import { db, type NoteRecord } from './db';

/** Milliseconds after which going on with a note is another sitting: what it said before is kept. */
const sitting = 10 * 60_000;

/** Characters that may be typed over in one sitting without a version of their own: a word, a typo. */
const small = 24;

/** Versions that are kept of one note; the oldest go. */
const maxVersions = 100;

/** Inside a transaction: keeps what a note says, if changing it to `text` would lose more than a few letters of it. */
export async function keepVersion(note: NoteRecord, text: string): Promise<void> {
  const now = Date.now();
  if (note.text.trim() === '' || note.text === text) return;
  const loss = lost(note.text, text);
  const isSmall = now - note.updatedAt < sitting && loss <= small;
  if (isSmall && loss === 0) return;
  const versions = await db.noteVersions.where('noteId').equals(note.id).sortBy('replacedAt');
  // To go back to a version is not to mend a word, and must be as easy to take back.
  if (isSmall && !versions.some((version) => version.text === text)) return;
  if (versions.some((version) => version.text === note.text)) return;
  const version = { noteId: note.id, text: note.text, writtenAt: note.updatedAt, replacedAt: now };
  await db.noteVersions.add({ id: crypto.randomUUID(), ...version });
  const excess = versions.slice(0, Math.max(0, versions.length + 1 - maxVersions));
  await db.noteVersions.bulkDelete(excess.map(({ id }) => id));
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
