/** Writes what was found into the papers, as far as the user has chosen it. */
import { browser } from 'wxt/browser';
import { fillIn } from '../library/fill-in';
import type { ChosenFields } from '../services/contract';
import type { PaperChanges } from './fields';
import { dropCompletion } from './queue';
import { completionTask } from './task';

/** What was applied last, in case its answer was lost. */
interface Applied {
  id: string;
  made: PaperChanges[];
}

const key = 'completion:applied';

export async function applyCompletion(chosen: { id: string; papers: ChosenFields[] }): Promise<PaperChanges[]> {
  const task = await completionTask();
  if (task?.id !== chosen.id) {
    const { [key]: applied } = await browser.storage.session.get<Record<string, Applied>>(key);
    return applied?.id === chosen.id ? applied.made : [];
  }
  const wanted = new Map(chosen.papers.map(({ id, fields }) => [id, new Set(fields)]));
  const papers = task.proposals.map(({ id, changes }) => ({
    id,
    changes: changes.filter(({ field }) => wanted.get(id)?.has(field)),
  }));
  const made = await fillIn(papers.filter(({ changes }) => changes.length > 0));
  await browser.storage.session.set({ [key]: { id: task.id, made } satisfies Applied });
  await dropCompletion(task.id);
  return made;
}
