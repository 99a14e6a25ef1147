/** How the note of an import and the note that is there become one. Nothing of either is lost. */
import type { WholePaper } from '../formats/whole-paper';
import type { PaperId } from '../paper';
import type { NoteRecord, NoteVersionRecord } from './db';
import type { Known } from './import-known';
import type { Row } from './import-rows';

type WholeNote = NonNullable<WholePaper['note']>;
type Theirs = Omit<NoteRecord, 'paperId'>;
type Version = Omit<NoteVersionRecord, 'noteId'>;

/** What is written here, what the file says, and which of them the note says afterwards: the other is a version of it. */
export interface Conflict {
  mine: string;
  theirs: string;
  kept: 'both' | 'mine' | 'theirs';
}

export interface NotePlan {
  rows: Row[];
  conflict?: Conflict;
}

/** Characters that a note may have; see `writeNote`. */
const maxLength = 1_000_000;

/** What has to be written so that the note of a paper says what the file says, too. */
export function planNote(paperId: PaperId, whole: WholeNote, known: Known): NotePlan {
  const { versions = [], ...note } = whole;
  const isBlank = note.text.trim() === '';
  const isErased = isBlank && !note.deletedAt;
  const theirs = (isErased ? { ...note, deletedAt: note.updatedAt } : note) as Theirs;
  const mine = known.note(paperId);
  if (!mine) {
    if (isBlank && versions.length === 0) return { rows: [] };
    const id = known.hasNote(theirs.id) ? crypto.randomUUID() : theirs.id;
    return { rows: [noteRow({ ...theirs, id, paperId }), ...versionRows(id, versions, known)] };
  }
  const kept = known.versions(mine.id);
  const joined = mine.id === theirs.id ? laterOf(mine, theirs) : bothOf(mine, kept, theirs);
  const texts = new Set([joined.note.text, ...kept.map(({ text }) => text)]);
  const ids = new Set(kept.map(({ id }) => id));
  const added: Version[] = [];
  for (const version of [...versions, ...joined.versions]) {
    if (ids.has(version.id) || texts.has(version.text) || version.text.trim() === '') continue;
    ids.add(version.id);
    texts.add(version.text);
    added.push(version);
  }
  return {
    rows: [...(joined.note === mine ? [] : [noteRow(joined.note)]), ...versionRows(mine.id, added, known)],
    ...(joined.conflict && { conflict: joined.conflict }),
  };
}

interface Joined {
  note: NoteRecord;
  versions: Version[];
  conflict?: Conflict;
}

/** One note, written in two places: what was written later, with the other text as a version. */
function laterOf(mine: NoteRecord, theirs: Theirs): Joined {
  const isTheirs = theirs.updatedAt > mine.updatedAt;
  const { deletedAt: _, ...myNote } = mine;
  const createdAt = Math.min(mine.createdAt, theirs.createdAt);
  const note = isTheirs ? { ...myNote, ...theirs, createdAt, paperId: mine.paperId } : mine;
  if (mine.text === theirs.text) return { note, versions: [] };
  const [kept, other] = isTheirs ? [theirs, mine] : [mine, theirs];
  const conflict: Conflict = { mine: mine.text, theirs: theirs.text, kept: isTheirs ? 'theirs' : 'mine' };
  const isSeen = !mine.deletedAt && !theirs.deletedAt;
  return { note, versions: [versionOf(other, kept.updatedAt)], ...(isSeen && { conflict }) };
}

/** Two notes of one paper: mine, and theirs below it, unless it stood there before. */
function bothOf(mine: NoteRecord, kept: Version[], theirs: Theirs): Joined {
  const isKnown = [mine, ...kept].some(({ text }) => says(text, theirs.text));
  if (isKnown || theirs.text.trim() === '') return { note: mine, versions: [] };
  const now = Math.max(Date.now(), mine.updatedAt, theirs.updatedAt);
  if (theirs.deletedAt) return { note: mine, versions: [versionOf(theirs, now)] };
  const { deletedAt, ...alive } = mine;
  const isAll = deletedAt !== undefined || says(theirs.text, mine.text);
  const text = isAll ? theirs.text : `${mine.text}\n\n${theirs.text}`;
  const conflict = { mine: mine.text, theirs: theirs.text };
  if (text.length > maxLength) {
    return { note: mine, versions: [versionOf(theirs, now)], conflict: { ...conflict, kept: 'mine' } };
  }
  return {
    note: { ...alive, text, updatedAt: now },
    versions: isAll ? [versionOf(mine, now)] : [],
    ...(!isAll && { conflict: { ...conflict, kept: 'both' } }),
  };
}

/** Whether a note says all of another text, as paragraphs of its own. */
function says(text: string, other: string): boolean {
  return `\n\n${text.trim()}\n\n`.includes(`\n\n${other.trim()}\n\n`);
}

function versionOf({ text, updatedAt }: { text: string; updatedAt: number }, replacedAt: number): Version {
  return { id: crypto.randomUUID(), text, writtenAt: updatedAt, replacedAt: Math.max(updatedAt, replacedAt) };
}

function noteRow(record: NoteRecord): Row {
  return { table: 'notes', key: record.id, record };
}

/** A version whose id is that of another note’s gets one of its own. */
function versionRows(noteId: string, versions: Version[], known: Known): Row[] {
  return versions.map((version) => {
    const id = known.hasVersion(version.id) ? crypto.randomUUID() : version.id;
    return { table: 'noteVersions', key: id, record: { ...version, id, noteId } };
  });
}
