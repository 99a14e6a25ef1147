import { useEffect, useRef, useState } from 'react';
import { aboutFormat, type ExportFormat, exportName } from '../../../lib/export-formats';
import type { WriteFile } from '../../../lib/file-writer';
import type { WholePaper } from '../../../lib/formats/whole-paper';
import { readDecisions } from '../../../lib/library/decisions';
import { readNames, readWhole } from '../../../lib/library/whole-papers';
import type { PaperId } from '../../../lib/paper';

/** A part of the library. */
export interface ExportScope {
  scope: 'all' | 'view' | 'selection';
  label: string;
  /** Without it: everything. */
  ids?(): Promise<PaperId[]>;
}

export interface Exported {
  name: string;
  address: string;
  papers: number;
}

type State =
  | { at: 'ready'; failure?: unknown }
  | { at: 'writing'; papers: number }
  | { at: 'done'; exported: Exported };

/** Writes a file. Its address is good for as long as this is there. */
export function useExport(writeFile: WriteFile) {
  const [state, setState] = useState<State>({ at: 'ready' });
  const going = useRef<AbortController>(undefined);
  const address = useRef<string>(undefined);

  const forget = () => {
    if (address.current) URL.revokeObjectURL(address.current);
    address.current = undefined;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it goes.
  useEffect(
    () => () => {
      going.current?.abort();
      forget();
    },
    [],
  );

  const start = async (format: ExportFormat, scope: ExportScope, template?: string) => {
    forget();
    going.current = new AbortController();
    const { signal } = going.current;
    let papers = 0;
    const onProgress = (done: number) => {
      papers = done;
      setState({ at: 'writing', papers });
    };
    setState({ at: 'writing', papers });
    try {
      const ids = await scope.ids?.();
      const named = ids && aboutFormat(format).hasKeys ? readNames() : undefined;
      const decisions = format === 'papergloss' && scope.scope === 'all' ? await readDecisions() : undefined;
      const writing = { format, decisions, template, now: Date.now() };
      const file = await writeFile({ ...writing, papers: exported(format, ids), named, onProgress }, signal);
      address.current = URL.createObjectURL(file);
      setState({ at: 'done', exported: { name: exportName(format), address: address.current, papers } });
    } catch (failure) {
      setState(signal.aborted ? { at: 'ready' } : { at: 'ready', failure });
    }
  };

  return { state, start, cancel: () => going.current?.abort() };
}

/** What is in the trash is in the complete file only. */
async function* exported(format: ExportFormat, ids: PaperId[] | undefined): AsyncGenerator<WholePaper[]> {
  for await (const batch of readWhole(ids)) {
    yield format === 'papergloss' ? batch : batch.filter(({ removedAt }) => removedAt === undefined);
  }
}
