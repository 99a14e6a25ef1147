/** What the library knows of the papers of one batch, read at once: what is planned then need not wait for any of it. */
import type { WholePaper } from '../formats/whole-paper';
import type { PaperId } from '../paper';
import {
  type AliasRecord,
  db,
  type HighlightRecord,
  type MarksRecord,
  type NoteRecord,
  type NoteVersionRecord,
  type PaperRecord,
} from './db';
import type { Row } from './import-rows';
import { all } from './search-documents';

export class Known {
  #owners = new Map<PaperId, PaperId>();
  #records = new Map<PaperId, PaperRecord>();
  #notes = new Map<PaperId, NoteRecord>();
  #noteIds = new Set<string>();
  #versions = new Map<string, NoteVersionRecord>();
  #versionsOf = new Map<string, NoteVersionRecord[]>();
  #marks = new Map<PaperId, MarksRecord>();
  #highlights = new Map<string, HighlightRecord>();
  #highlightsOf = new Map<PaperId, HighlightRecord[]>();

  /** Inside a transaction. */
  static async of(papers: WholePaper[]): Promise<Known> {
    const known = new Known();
    const identifiers: PaperId[] = [
      ...new Set(papers.flatMap((paper) => [...namesOf(paper), ...(paper.others ?? []).flatMap(namesOf)])),
    ];
    known.#addAll('aliases', await db.aliases.bulkGet(identifiers));
    const owners = new Set(known.#owners.values());
    known.#addAll('papers', await db.papers.bulkGet([...new Set([...owners, ...identifiers])]));
    const ids = [...owners];
    const notes = await all(ids, (id) => db.notes.where('paperId').equals(id).toArray());
    known.#addAll('notes', notes);
    const read = papers.flatMap(({ note, others = [] }) => [note, ...others.map((other) => other.note)]);
    for (const note of await db.notes.bulkGet(read.flatMap((note) => note?.id ?? []))) {
      if (note) known.#noteIds.add(note.id);
    }
    const noteIds = notes.map(({ id }) => id);
    known.#addAll('noteVersions', await all(noteIds, (id) => db.noteVersions.where('noteId').equals(id).toArray()));
    const versionIds = read.flatMap((note) => (note?.versions ?? []).map(({ id }) => id));
    known.#addAll('noteVersions', await db.noteVersions.bulkGet(versionIds));
    known.#addAll('marks', await db.marks.bulkGet(ids));
    known.#addAll('highlights', await all(ids, (id) => db.highlights.where('paperId').equals(id).toArray()));
    const highlightIds = papers.flatMap(({ highlights = [] }) => highlights.map(({ id }) => id));
    known.#addAll('highlights', await db.highlights.bulkGet(highlightIds));
    return known;
  }

  /**
   * The records that identifiers of one paper lead to, the saved ones first, and the identifiers that lead nowhere. One
   * that leads to another record is left alone: the two are not merged behind the user's back.
   */
  ownersOf(named: PaperId[]): { unknown: PaperId[]; owners: PaperRecord[] } {
    const ids = [...new Set(named)];
    const recordIds = new Set(ids.flatMap((id) => this.#owners.get(id) ?? []));
    const records = [...recordIds].flatMap((id) => this.#records.get(id) ?? []);
    const owners = [...records.filter(({ removedAt }) => !removedAt), ...records.filter(({ removedAt }) => removedAt)];
    return { unknown: ids.filter((id) => !this.#owners.has(id)), owners };
  }

  record = (id: PaperId) => this.#records.get(id);
  note = (paperId: PaperId) => this.#notes.get(paperId);
  hasNote = (id: string) => this.#noteIds.has(id);
  versions = (noteId: string) => this.#versionsOf.get(noteId) ?? [];
  hasVersion = (id: string) => this.#versions.has(id);
  marks = (paperId: PaperId) => this.#marks.get(paperId);
  highlight = (id: string) => this.#highlights.get(id);
  highlights = (paperId: PaperId) => this.#highlightsOf.get(paperId) ?? [];

  /** Knows this, too: what is planned next comes after it. */
  add({ table, record }: Pick<Row, 'table' | 'record'>): void {
    if (table === 'aliases') {
      const { id, paperId } = record as AliasRecord;
      this.#owners.set(id, paperId);
    } else if (table === 'papers') {
      this.#records.set((record as PaperRecord).id, record as PaperRecord);
    } else if (table === 'notes') {
      const note = record as NoteRecord;
      this.#noteIds.add(note.id);
      const first = this.#notes.get(note.paperId) ?? note;
      if (first.id === note.id) this.#notes.set(note.paperId, note);
    } else if (table === 'noteVersions') {
      const version = record as NoteVersionRecord;
      if (!this.#versions.has(version.id)) put(this.#versionsOf, version.noteId, version);
      this.#versions.set(version.id, version);
    } else if (table === 'marks') {
      this.#marks.set((record as MarksRecord).paperId, record as MarksRecord);
    } else if (table === 'highlights') {
      const highlight = record as HighlightRecord;
      this.#highlights.set(highlight.id, highlight);
      const others = this.highlights(highlight.paperId).filter(({ id }) => id !== highlight.id);
      this.#highlightsOf.set(highlight.paperId, [...others, highlight]);
    }
  }

  #addAll(table: Row['table'], records: unknown[]): void {
    for (const record of records) if (record) this.add({ table, record });
  }
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** All identifiers that a file has for a paper, its own first. */
export function namesOf({ paper, ids }: Pick<WholePaper, 'paper' | 'ids'>): PaperId[] {
  return [...new Set([paper.id, ...ids, ...(paper.aliases ?? [])])];
}
