/** What the background does, each from a library with something in it, and what is said to be kept before and after. */
import Dexie from 'dexie';
import { vi } from 'vitest';
import { takeBackup } from '../../lib/backup/take';
import { inBatches } from '../../lib/import-batches';
import { db } from '../../lib/library/db';
import { keepDraft } from '../../lib/library/drafts';
import { library } from '../../lib/library/library';
import { recoverDrafts } from '../../lib/library/recover';
import { tendIndex } from '../../lib/library/search-upkeep';
import { NoteWriter } from '../../lib/note-writer';
import { undoWhole } from '../../lib/undo-import';
import { aPaper } from '../papers';
import { aNote, aWhole } from '../whole';

export interface Scenario {
  name: string;
  /** Fills the library, and returns the words that are acknowledged. */
  before(): Promise<string[]>;
  /** Does it; returns the words that are acknowledged from then on. May be repeated. */
  act(): Promise<string[]>;
}

const paper = aPaper();
const other = aPaper({ id: 'doi:10.1000/columns', title: 'Columns' });
const third = aPaper({ id: 'openreview:abc', title: 'Rows', aliases: ['s2:1'] });
const highlight = {
  id: '7b1b5b0e-6f0f-4b53-9d0c-3f6f0a2f5c11',
  quote: { exact: 'Margins', prefix: '', suffix: '' },
  comment: 'the best lemma',
};
/** More than may be typed over without a version. */
const proof = 'read the proof of the second lemma again';
const importId = '0c9cbb5c-3a3c-4a55-8a3b-0a5e1d0f9a77';

async function usual(): Promise<string[]> {
  await library.writeNote({ paper, text: proof });
  await library.writeNote({ paper: other, text: 'compare with chapter 2' });
  await library.mark({ paper: other, change: { addTags: ['graph networks'], rating: 4, status: 'reading' } });
  await library.highlight({ paper: other, highlight });
  await tendIndex({ all: true });
  return [proof, 'compare with chapter 2', 'graph networks', 'the best lemma'];
}

const file = Array.from({ length: 120 }, (_, i) =>
  aWhole({
    paper: aPaper({ id: `arxiv:2611.${10_000 + i}`, title: `Imported ${i}` }),
    ids: [`arxiv:2611.${10_000 + i}`],
    note: aNote(`imported word ${i}`),
  }),
).concat(aWhole({ note: aNote('theirs, of the same paper') }));

const importedWords = ['imported word 0', 'imported word 119', 'theirs, of the same paper'];

export const scenarios: Scenario[] = [
  {
    name: 'save',
    before: usual,
    async act() {
      await library.saveAll([third, paper]);
      return ['Rows'];
    },
  },
  {
    name: 'writeNote',
    before: usual,
    async act() {
      await library.writeNote({ paper, text: 'quite another note, with a version before it' });
      return ['quite another note'];
    },
  },
  {
    name: 'two tabs that write one note',
    async before() {
      const words = await usual();
      await library.writeNote({ paper: third, text: 'mine' });
      return [...words, 'mine'];
    },
    async act() {
      const said: string[] = [];
      const write = (text: string) =>
        library.writeNote({ paper: third, text, over: '' }).then(
          () => said.push(text),
          () => {},
        );
      await Promise.all([write('words of one tab'), write('what another one says')]);
      await write('and one later');
      return said;
    },
  },
  {
    name: 'a clock that is set back',
    before: usual,
    async act() {
      vi.setSystemTime(Date.now() - 400 * 86_400_000);
      await library.writeNote({ paper, text: 'written in the past, over what was there' });
      await library.writeNote({ paper: third, text: 'words of last year' });
      await library.mark({ paper: other, change: { addTags: ['pebbles'] } });
      await takeBackup();
      return ['written in the past, over what was there', 'words of last year', 'pebbles'];
    },
  },
  {
    name: 'an update of the extension while a note is typed',
    async before() {
      const words = await usual();
      await keepDraft({ paper, text: `${proof}, and its corollary`, over: proof });
      return [...words, 'and its corollary'];
    },
    async act() {
      // The page of before still has its writer; the new background starts, and so does a writer of the new page.
      const writer = new NoteWriter(library, paper);
      writer.shows(proof);
      writer.type(`${proof}, and its corollary, and more`);
      await recoverDrafts(library);
      await writer.flush();
      if (writer.state.status === 'failed') throw writer.state.error;
      return ['and its corollary, and more'];
    },
  },
  {
    name: 'mark',
    before: usual,
    async act() {
      await library.mark({ paper, change: { addTags: ['to cite'], status: 'read' } });
      return ['to cite'];
    },
  },
  {
    name: 'merge',
    before: usual,
    async act() {
      await library.merge([paper.id, other.id]);
      return [];
    },
  },
  {
    name: 'split',
    async before() {
      const words = await usual();
      await library.merge([paper.id, other.id]);
      return words;
    },
    async act() {
      await library.split(other.id);
      return [];
    },
  },
  {
    name: 'one batch of an import',
    before: usual,
    async act() {
      await library.importBatch({ importId, name: 'file.json', batch: 0, papers: file.slice(-20) });
      return ['imported word 119', 'theirs, of the same paper'];
    },
  },
  {
    name: 'import',
    before: usual,
    async act() {
      await inBatches(library, file, { name: 'file.json' });
      return importedWords;
    },
  },
  {
    name: 'undo of an import',
    async before() {
      const words = await usual();
      await library.importBatch({ importId, name: 'file.json', batch: 0, papers: file.slice(0, 15) });
      return words;
    },
    async act() {
      await undoWhole(library, importId);
      return [];
    },
  },
  {
    name: 'trash',
    async before() {
      await usual();
      await library.writeNote({ paper: third, text: 'to be thrown away' });
      await library.remove(third.id);
      return [proof, 'compare with chapter 2'];
    },
    async act() {
      await library.emptyTrash(Date.now());
      return [];
    },
  },
  {
    name: 'drafts',
    async before() {
      const words = await usual();
      await keepDraft({ paper: third, text: 'half a wor' });
      return [...words, 'half a wor'];
    },
    async act() {
      await recoverDrafts(library);
      return [];
    },
  },
  {
    name: 'index',
    async before() {
      const words = await usual();
      await library.saveAll(Array.from({ length: 40 }, (_, i) => aPaper({ id: `arxiv:2612.${10_000 + i}` })));
      return words;
    },
    async act() {
      await tendIndex({ all: true });
      return [];
    },
  },
  {
    name: 'backup',
    async before() {
      const words = await usual();
      await takeBackup();
      await library.writeNote({ paper, text: 'quite another note, since the last backup' });
      return [...words, 'since the last backup'];
    },
    async act() {
      await takeBackup();
      return [];
    },
  },
  {
    name: 'migration',
    async before() {
      db.close({ disableAutoOpen: false });
      await Dexie.delete('papergloss');
      const old = new Dexie('papergloss');
      old.version(1).stores({ papers: 'id, savedAt', notes: 'id, paperId', aliases: 'id, paperId' });
      await old.table('papers').bulkAdd([paper, other].map((each) => ({ id: each.id, paper: each, savedAt: 1 })));
      await old.table('aliases').bulkAdd([paper, other].map(({ id }) => ({ id, paperId: id })));
      await old
        .table('notes')
        .add({ id: crypto.randomUUID(), paperId: paper.id, text: 'an old note', createdAt: 1, updatedAt: 1 });
      old.close();
      return ['an old note'];
    },
    async act() {
      await db.open();
      await tendIndex({ all: true });
      return [];
    },
  },
];
