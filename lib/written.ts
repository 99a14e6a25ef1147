import { aboutFormat, type ExportFormat } from './export-formats';
import type { ExportWords } from './export-words';
import { writeBibtex } from './formats/bibtex';
import { writeCslJson } from './formats/csl-json';
import { writeCsv } from './formats/csv';
import { type HtmlWords, writeHtml } from './formats/html';
import { writeMarkdown, writeMarkdownFiles } from './formats/markdown';
import { writePapergloss } from './formats/papergloss';
import { writeRis } from './formats/ris';
import type { WholePaper } from './formats/whole-paper';
import type { Decisions } from './library/decisions';
import type { PaperId } from './paper';
import { zipped } from './zip';

/** What is to be written beside the papers. */
export interface Writing {
  format: ExportFormat;
  /** What was decided about the library as a whole: only the complete file has it. */
  decisions?: Decisions | undefined;
  /** That of Markdown files; without it, the usual one. */
  template?: string | undefined;
  words: ExportWords;
  /** Milliseconds since 1970. */
  now: number;
}

interface ToWrite extends Omit<Writing, 'format'> {
  papers: WholePaper[];
  /** Citation keys, where the papers are a part of the library only. */
  keys?: Map<PaperId, string> | undefined;
}

const writers: Record<ExportFormat, (what: ToWrite) => Iterable<BlobPart>> = {
  papergloss: ({ papers, decisions, now }) => writePapergloss({ papers, ...decisions }, now),
  bibtex: ({ papers, keys }) => writeBibtex(papers, { keys }),
  biblatex: ({ papers, keys }) => writeBibtex(papers, { keys, isBiblatex: true }),
  ris: ({ papers, keys }) => writeRis(papers, keys),
  csl: ({ papers, keys }) => writeCslJson(papers, keys),
  markdown: ({ papers, words }) => writeMarkdown(papers, words.title),
  markdownFiles: ({ papers, keys, template }) => zipped(writeMarkdownFiles(papers, template, keys)),
  html: ({ papers, words }) => writeHtml(papers, htmlWords(words)),
  csv: ({ papers, keys }) => writeCsv(papers, keys),
};

/** Pieces of a file are joined to about this many characters: a million small ones would take long. */
const pieceLength = 1_000_000;

/** These papers as a file. */
export function written(format: ExportFormat, what: ToWrite): Blob {
  const { type } = aboutFormat(format);
  const parts: BlobPart[] = [];
  let piece = '';
  for (const part of writers[format](what)) {
    if (typeof part !== 'string') parts.push(part);
    else piece += part;
    if (piece.length < pieceLength) continue;
    parts.push(piece);
    piece = '';
  }
  return new Blob([...parts, piece], { type });
}

function htmlWords({ status, stars, papers, ...words }: ExportWords): HtmlWords {
  return {
    ...words,
    status: (which) => status[which],
    stars: (rating) => stars[rating - 1] ?? '',
    papers: () => papers,
  };
}
