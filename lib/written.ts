import { aboutFormat, type ExportFormat } from './export-formats';
import { writeBibtex } from './formats/bibtex';
import { writeCslJson } from './formats/csl-json';
import { writeCsv } from './formats/csv';
import { writePapergloss } from './formats/papergloss';
import { writeRis } from './formats/ris';
import type { WholePaper } from './formats/whole-paper';
import type { Decisions } from './library/decisions';
import type { PaperId } from './paper';

/** What is to be written beside the papers. */
export interface Writing {
  format: ExportFormat;
  /** What was decided about the library as a whole: only the complete file has it. */
  decisions?: Decisions | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

interface ToWrite extends Omit<Writing, 'format'> {
  papers: WholePaper[];
  /** Citation keys, where the papers are a part of the library only. */
  keys?: Map<PaperId, string> | undefined;
}

const writers: Record<ExportFormat, (what: ToWrite) => Iterable<string>> = {
  papergloss: ({ papers, decisions, now }) => writePapergloss({ papers, ...decisions }, now),
  bibtex: ({ papers, keys }) => writeBibtex(papers, { keys }),
  biblatex: ({ papers, keys }) => writeBibtex(papers, { keys, isBiblatex: true }),
  ris: ({ papers, keys }) => writeRis(papers, keys),
  csl: ({ papers, keys }) => writeCslJson(papers, keys),
  csv: ({ papers, keys }) => writeCsv(papers, keys),
};

/** Pieces of a file are joined to about this many characters: a million small ones would take long. */
const pieceLength = 1_000_000;

/** These papers as a file. */
export function written(format: ExportFormat, what: ToWrite): Blob {
  const { type } = aboutFormat(format);
  const parts: BlobPart[] = [];
  let piece = '';
  for (const text of writers[format](what)) {
    piece += text;
    if (piece.length < pieceLength) continue;
    parts.push(piece);
    piece = '';
  }
  return new Blob([...parts, piece], { type });
}
