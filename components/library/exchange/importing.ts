import { useEffect, useRef, useState } from 'react';
import type { FileToRead, ReadFile } from '../../../lib/file-reader';
import type { FileRead, WholePaper } from '../../../lib/formats/whole-paper';
import { type Imported, type ImportProgress, inBatches } from '../../../lib/import-batches';
import type { Library } from '../../../lib/library/contract';
import { type PreviewedPaper, previewDecisions, previewImport } from '../../../lib/library/import-preview';
import { undoWhole } from '../../../lib/undo-import';

/** What was read, and what would become of it. */
export interface Preview {
  name: string;
  papers: WholePaper[];
  previewed: PreviewedPaper[];
  /** How many of its decisions are not yet made here. */
  newDecisions: number;
  rest: Omit<FileRead, 'papers'>;
}

export type ImportStep =
  | { at: 'choosing'; failure?: unknown }
  | { at: 'reading'; name: string; isRead: boolean }
  | { at: 'preview'; preview: Preview }
  | { at: 'importing'; total: number; progress?: ImportProgress }
  | { at: 'done'; imported: Imported; failure?: unknown }
  | { at: 'undoing' | 'undone' };

/** Where papers come from: files, or something else that is read at once. */
export type Source = { name: string; read(signal: AbortSignal): Promise<FileRead> };

/** The files as a source; one that cannot be read at all is an unreadable part. */
export function filesAsSource(files: FileToRead[], readFile: ReadFile): Source {
  const read = async (signal: AbortSignal): Promise<FileRead> => {
    const all: FileRead = { papers: [], unreadable: [] };
    for (const file of files) {
      try {
        add(all, await readFile(file, signal));
      } catch (error) {
        signal.throwIfAborted();
        const reason = error instanceof Error ? error.message : String(error);
        all.unreadable.push({ reason, text: file.name });
      }
    }
    return all;
  };
  return { name: files.map(({ name }) => name).join(', '), read };
}

function add(all: FileRead, { papers, unreadable, warnings = [], hidden = [], keptApart = [] }: FileRead): void {
  for (const paper of papers) all.papers.push(paper);
  for (const part of unreadable) all.unreadable.push(part);
  all.warnings = [...(all.warnings ?? []), ...warnings];
  all.hidden = [...(all.hidden ?? []), ...hidden];
  all.keptApart = [...(all.keptApart ?? []), ...keptApart];
}

/** An import, from looking at it to undoing it. */
export function useImport(library: Library) {
  const [step, setStep] = useState<ImportStep>({ at: 'choosing' });
  const going = useRef<AbortController>(undefined);
  // Whoever leaves wants nothing more.
  useEffect(() => () => going.current?.abort(), []);

  const start = () => {
    going.current?.abort();
    going.current = new AbortController();
    return going.current.signal;
  };

  const look = async ({ name, read }: Source) => {
    const signal = start();
    setStep({ at: 'reading', name, isRead: false });
    try {
      const { papers, ...rest } = await read(signal);
      setStep({ at: 'reading', name, isRead: true });
      const previewed = await previewImport(papers, { signal });
      const newDecisions = await previewDecisions(rest);
      setStep({ at: 'preview', preview: { name, papers, previewed, newDecisions, rest } });
    } catch (failure) {
      setStep(signal.aborted ? { at: 'choosing' } : { at: 'choosing', failure });
    }
  };

  const take = async ({ name, papers, newDecisions, rest }: Preview) => {
    const signal = start();
    const total = papers.length;
    setStep({ at: 'importing', total });
    const decisions = newDecisions > 0 ? { hidden: rest.hidden, keptApart: rest.keptApart } : undefined;
    const onProgress = (progress: ImportProgress) => setStep({ at: 'importing', total, progress });
    try {
      setStep({ at: 'done', imported: await inBatches(library, papers, { name, decisions, signal, onProgress }) });
    } catch (failure) {
      setStep({ at: 'choosing', failure });
    }
  };

  const undo = async (id: string) => {
    const before = step;
    setStep({ at: 'undoing' });
    try {
      await undoWhole(library, id);
      setStep({ at: 'undone' });
    } catch (failure) {
      setStep(before.at === 'done' ? { ...before, failure } : { at: 'choosing', failure });
    }
  };

  return {
    step,
    look,
    take,
    undo,
    /** Stops what is going on. */
    cancel: () => going.current?.abort(),
    back: () => setStep({ at: 'choosing' }),
    refuse: (failure: unknown) => setStep({ at: 'choosing', failure }),
  };
}
