/**
 * What is being completed: kept in the browser's storage, so that it goes on after the browser has ended the
 * background, and every page can show it. Only the background writes.
 */
import { browser } from 'wxt/browser';
import type { PaperId } from '../paper';
import type { ServiceProblem } from '../services/failure';
import { inTurns } from '../turn';
import type { PaperChanges } from './fields';
import type { CompletionServiceName } from './keys';

/** What a service would change of a paper. */
export interface Proposal extends PaperChanges {
  title: string;
  /** How the service calls it, where that sounds like another paper. */
  otherTitle?: string;
}

export interface CompletionTask {
  /** A UUID. */
  id: string;
  service: CompletionServiceName;
  /** The papers that are still to be asked for. */
  left: PaperId[];
  total: number;
  /** The paper, where it is about one. */
  only?: PaperId;
  proposals: Proposal[];
  /** Papers that it does not know, or that have no identifier that it knows. */
  unknown: number;
  /** Papers of which it says nothing that is not there. */
  complete: number;
  /** How often in a row it said that it wants to be asked later. */
  tries: number;
  /** When it may be asked again. */
  notBefore: number;
  /** It goes on only when the user says so. */
  problem?: { problem: ServiceProblem; detail: string };
}

const key = 'completion';
const inTurn = inTurns();

/** What is being completed now. */
export async function completionTask(): Promise<CompletionTask | undefined> {
  return (await browser.storage.local.get<Record<string, CompletionTask>>(key))[key];
}

/** Changes the task, if it is still that one, and returns it; `undefined` from `change` ends it. */
export function changeTask(
  id: string | undefined,
  change: (task: CompletionTask | undefined) => CompletionTask | undefined,
): Promise<CompletionTask | undefined> {
  return inTurn(async () => {
    const task = await completionTask();
    if (id !== undefined && task?.id !== id) return undefined;
    const changed = change(task);
    if (changed) await browser.storage.local.set({ [key]: changed });
    else await browser.storage.local.remove(key);
    return changed;
  });
}

/** Calls `listener` whenever it changes, until `signal` ends it. */
export function onCompletionTask(listener: () => void, signal: AbortSignal): void {
  const hear = (changes: Record<string, unknown>) => {
    if (key in changes) listener();
  };
  browser.storage.local.onChanged.addListener(hear);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(hear));
}
