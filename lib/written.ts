import { type ExportFormat, exportFormats } from './export-formats';
import { writePapergloss } from './formats/papergloss';
import type { WholePaper } from './formats/whole-paper';
import type { Decisions } from './library/decisions';

/** What is to be written beside the papers. */
export interface Writing {
  format: ExportFormat;
  /** What was decided about the library as a whole: only the complete file has it. */
  decisions?: Decisions | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

const writers: Record<ExportFormat, (papers: WholePaper[], writing: Writing) => Iterable<string>> = {
  papergloss: (papers, { decisions, now }) => writePapergloss({ papers, ...decisions }, now),
};

/** Pieces of a file are joined to about this many characters: a million small ones would take long. */
const pieceLength = 1_000_000;

/** These papers as a file. */
export function written(papers: WholePaper[], writing: Writing): Blob {
  const type = exportFormats.find(({ format }) => format === writing.format)?.type ?? '';
  const parts: BlobPart[] = [];
  let piece = '';
  for (const text of writers[writing.format](papers, writing)) {
    piece += text;
    if (piece.length < pieceLength) continue;
    parts.push(piece);
    piece = '';
  }
  return new Blob([...parts, piece], { type });
}
