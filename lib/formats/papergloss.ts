/**
 * Papergloss JSON: all papers, and all that their user said of them, to be read by Papergloss and by anybody. Settings are
 * not in it. docs/papergloss.schema.json is derived from it.
 */
import { z } from 'zod';
import { isRecord, type JsonRead, tame } from './json';
import { beginningOf, NothingRead, type Problem, type Read } from './problems';
import { Hidden, KeptApart, Time, WholePaper } from './whole-paper';

/** Counted up when a file means something that a reader of the version before would take for something else. */
export const fileVersion = 1;

/** A library, or a part of one. */
export const PaperglossFile = z.looseObject({
  format: z.literal('papergloss'),
  version: z.int().positive(),
  exportedAt: Time,
  papers: z.array(WholePaper),
  /** Identifiers of papers that the user does not want to see on lists. */
  hidden: z.array(Hidden).optional(),
  /** Pairs of papers that the user said are two works. */
  keptApart: z.array(KeptApart).optional(),
});
export type PaperglossFile = z.infer<typeof PaperglossFile>;

/** What goes into a file. */
export interface Exported {
  papers: Iterable<WholePaper>;
  hidden?: Hidden[] | undefined;
  keptApart?: KeptApart[] | undefined;
}

/** The file in pieces, in order; a paper is a line, so that two states of a library can be compared by their lines. */
export function* writePapergloss({ papers, hidden, keptApart }: Exported, exportedAt: number): Generator<string> {
  yield `{"format":"papergloss","version":${fileVersion},"exportedAt":${exportedAt},"papers":[`;
  let separator = '\n';
  for (const paper of papers) {
    yield separator + JSON.stringify(paper);
    separator = ',\n';
  }
  yield '\n]';
  if (hidden?.length) yield `,"hidden":[\n${hidden.map((each) => JSON.stringify(each)).join(',\n')}\n]`;
  if (keptApart?.length) yield `,"keptApart":[\n${keptApart.map((each) => JSON.stringify(each)).join(',\n')}\n]`;
  yield '}\n';
}

/** Whether JSON is a file of ours, of whatever version, or what is left of one. */
export function isPapergloss(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && value.format === 'papergloss';
}

/** Reads a file of ours. Of a later version it reads what it knows, and says so; it keeps fields that it does not know. */
export function papersOfFile({ value, problems: before }: JsonRead): Read {
  if (!isPapergloss(value)) throw new NothingRead('notAFile');
  const problems = [...before];
  const listOf = <Item extends z.ZodType>(key: string, schema: Item): z.infer<Item>[] => {
    const list = value[key];
    if (list === undefined) return [];
    if (!Array.isArray(list)) problems.push({ problem: 'badField', values: [key] });
    return Array.isArray(list) ? list.flatMap((each) => parsed(each, schema, problems)) : [];
  };
  const read: Read = { papers: listOf('papers', WholePaper), problems };
  const hidden = listOf('hidden', Hidden);
  const keptApart = listOf('keptApart', KeptApart);
  if (hidden.length > 0) read.hidden = hidden;
  if (keptApart.length > 0) read.keptApart = keptApart;
  if (typeof value.version === 'number' && value.version > fileVersion) {
    read.warnings = [{ problem: 'later', values: [String(value.version), String(fileVersion)] }];
  }
  return read;
}

/** What a part of a file says; without those of its fields that cannot be read, where it is whole without them. */
function parsed<Item extends z.ZodType>(value: unknown, schema: Item, problems: Problem[]): z.infer<Item>[] {
  const text = beginningOf(titleOf(value));
  if (!tame(value)) {
    problems.push({ problem: 'tooDeep', text });
    return [];
  }
  const result = schema.safeParse(value);
  if (result.success) return [result.data];
  const paths = result.error.issues.map(({ path }) => path);
  const values = [paths[0]?.join('.') ?? ''];
  const mended = schema.safeParse(paths.reduceRight<unknown>(without, value));
  problems.push({ problem: mended.success ? 'dropped' : 'badField', values, text });
  return mended.success ? [mended.data] : [];
}

/** A value without the part that a path leads to: of a list, the element; of an object, the field. */
function without(value: unknown, path: PropertyKey[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(value)) return value.filter((_, index) => index !== step);
  // The text that the user wrote is not left out of what is around it: without it, the note is not there at all.
  if (!isRecord(value) || typeof step !== 'string') return value;
  const { [step]: inner, ...others } = value;
  const isLast = rest.length === 0 || typeof inner !== 'object' || inner === null;
  return isLast ? others : { ...others, [step]: without(inner, rest) };
}

function titleOf(value: unknown): string {
  const paper = isRecord(value) && isRecord(value.paper) ? value.paper : value;
  if (isRecord(paper) && typeof paper.title === 'string') return paper.title;
  return isRecord(paper) && typeof paper.id === 'string' ? paper.id : '';
}
