/** What a backup says. */
import { z } from 'zod';
import { type FileRead, Hidden, KeptApart, WholePaper } from '../formats/whole-paper';
import { t } from '../text';
import { type Part, readPart, type Snapshot } from './store';

const Decisions = z.object({ hidden: z.array(Hidden), keptApart: z.array(KeptApart) });

/** All its papers; parts that are not whole are named. */
export async function readBackup(snapshot: Snapshot, signal?: AbortSignal): Promise<FileRead> {
  const read: FileRead = { papers: [], unreadable: [] };
  for (const part of snapshot.parts) {
    signal?.throwIfAborted();
    const papers = await parsed(part, z.array(WholePaper));
    if (papers) for (const paper of papers) read.papers.push(paper);
    else read.unreadable.push({ reason: t('backups.broken', part.papers, [part.papers.toLocaleString()]) });
  }
  const decisions = snapshot.decisions && (await parsed(snapshot.decisions, Decisions));
  return { ...read, ...decisions };
}

async function parsed<Value>({ hash }: Part, schema: z.ZodType<Value>): Promise<Value | undefined> {
  const text = await readPart(hash);
  return text === undefined ? undefined : schema.safeParse(JSON.parse(text)).data;
}
