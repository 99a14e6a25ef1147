/** Asks a service for papers, batch by batch. After each batch all is kept, so that a new background goes on there. */
import { browser } from 'wxt/browser';
import { type IdentifiedPaper, identifiedPapers } from '../library/identified-papers';
import type { PaperId } from '../paper';
import { request } from '../requests';
import { ServiceFailure } from '../services/failure';
import type { Settings } from '../settings';
import type { Found } from './found';
import { type CompletionServiceName, keyOf } from './keys';
import { changesFor, isOtherTitle } from './missing';
import { lastAsked, nowAsked, waitAfter } from './pace';
import type { CompletionService } from './service';
import { completionServices } from './services';
import { type CompletionTask, changeTask, completionTask, type Proposal } from './task';

/** Begins to ask. The same task again is the same task; while another one is there, it says so. */
export async function startCompletion(task: { id: string; service: CompletionServiceName; papers: PaperId[] }) {
  const papers = await identifiedPapers(task.papers);
  const left = papers.filter(({ ids }) => keyOf[task.service](ids)).map(({ paper }) => paper.id);
  const now = await changeTask(undefined, (before) => before ?? newTask(task, left, papers));
  if (now?.id !== task.id) throw new ServiceFailure('taken');
  goOnCompleting();
}

function newTask(
  { id, service }: { id: string; service: CompletionServiceName },
  left: PaperId[],
  papers: IdentifiedPaper[],
): CompletionTask {
  const [first] = papers;
  const unknown = papers.length - left.length;
  const none = { proposals: [], complete: 0, tries: 0, notBefore: 0 };
  const only = papers.length === 1 && first && { only: first.paper.id };
  return { id, service, left, total: papers.length, unknown, ...none, ...only };
}

let running: AbortController | undefined;
/** It was wanted again meanwhile: whoever is about to end looks once more. */
let isWanted = false;

/** Goes on with what was begun, if anything was. */
export function goOnCompleting(): void {
  isWanted = true;
  if (running) return;
  const controller = new AbortController();
  running = controller;
  askWhileWanted(controller.signal)
    .catch((error) => console.error('Papergloss could not complete papers.', error))
    .finally(() => {
      if (running !== controller) return;
      running = undefined;
      if (isWanted) goOnCompleting();
    });
}

async function askWhileWanted(signal: AbortSignal): Promise<void> {
  while (isWanted && !signal.aborted) {
    isWanted = false;
    await askAll(signal);
  }
}

/** Tries again after a problem. */
export async function retryCompletion(id: string): Promise<void> {
  await changeTask(id, (task) => task && { ...withoutProblem(task), tries: 0 });
  goOnCompleting();
}

/** Asks no more; what was found stays to be looked at. */
export async function stopCompletion(id: string): Promise<void> {
  await changeTask(id, (task) => task && { ...withoutProblem(task), left: [] });
  stopAsking();
}

/** Forgets it, with what was found. */
export async function dropCompletion(id: string): Promise<void> {
  await changeTask(id, () => undefined);
  stopAsking();
}

function stopAsking(): void {
  running?.abort();
  running = undefined;
}

async function askAll(signal: AbortSignal): Promise<void> {
  for (;;) {
    const task = await completionTask();
    if (!task || task.problem || task.left.length === 0 || signal.aborted) return;
    const { pause } = completionServices[task.service];
    const wait = Math.max(task.notBefore, (await lastAsked(task.service)) + pause) - Date.now();
    // A clock that was set back must not make it wait for hours.
    if (wait > 0 && wait <= longestPause) {
      await delay(wait, signal);
      continue; // Meanwhile it may have been stopped.
    }
    await askBatch(task, signal);
  }
}

const longestPause = 10 * 60_000;

async function askBatch(task: CompletionTask, signal: AbortSignal): Promise<void> {
  const service = completionServices[task.service];
  const batch = task.left.slice(0, service.batch);
  const papers = await identifiedPapers(batch);
  const keyed = papers.flatMap((each) => {
    const key = keyOf[service.name](each.ids);
    return key ? [{ ...each, key }] : [];
  });
  try {
    const keys = keyed.map(({ key }) => key);
    const answer = keys.length > 0 ? await ask(service, keys, signal) : new Map<string, Found>();
    if ('notNow' in answer) return await later(task, answer.notNow);
    const known = keyed.filter(({ key }) => answer.has(key));
    const proposals = known.flatMap(({ paper, ids, key }): Proposal[] => {
      const found = answer.get(key) ?? {};
      const changes = changesFor(paper, ids, found);
      const otherTitle = isOtherTitle(paper, found) && found.title;
      return changes.length > 0
        ? [{ id: paper.id, title: paper.title, changes, ...(otherTitle && { otherTitle }) }]
        : [];
    });
    const asked = new Set(batch);
    await changeTask(
      task.id,
      (now) =>
        now && {
          ...now,
          left: now.left.filter((id) => !asked.has(id)),
          proposals: [...now.proposals.filter(({ id }) => !asked.has(id)), ...proposals],
          unknown: now.unknown + batch.length - known.length,
          complete: now.complete + known.length - proposals.length,
          tries: 0,
        },
    );
  } catch (error) {
    if (signal.aborted) return;
    await stopWith(task, error instanceof ServiceFailure ? error : new ServiceFailure('failed', String(error)));
  }
}

async function ask(
  service: CompletionService,
  keys: string[],
  signal: AbortSignal,
): Promise<Map<string, Found> | { notNow: Response }> {
  const { path, body } = service.ask(keys, await mailto());
  await nowAsked(service.name);
  const response = await request({
    to: service.name,
    purpose: 'complete',
    path,
    signal,
    ...(body !== undefined && { body, headers: { 'Content-Type': 'application/json' } }),
  });
  if (response.status === 429 || response.status === 503) return { notNow: response };
  const text = await response.text().catch((error) => {
    throw new ServiceFailure('noAnswer', String(error));
  });
  if (service.knowsNone?.(response.status, text)) return new Map();
  if (!response.ok) throw new ServiceFailure('refused', `HTTP ${response.status}`);
  try {
    return service.read(text, keys);
  } catch (error) {
    throw new ServiceFailure('unreadable', error instanceof Error ? (error.message.split('\n')[0] ?? '') : '');
  }
}

async function later(task: CompletionTask, response: Response): Promise<void> {
  const tries = task.tries + 1;
  const wait = waitAfter(response, tries);
  if (wait === undefined) return stopWith(task, new ServiceFailure('busy', `HTTP ${response.status}`));
  await changeTask(task.id, (now) => now && { ...now, tries, notBefore: Date.now() + wait });
}

async function stopWith({ id }: CompletionTask, { problem, message }: ServiceFailure): Promise<void> {
  await changeTask(id, (now) => now && { ...now, problem: { problem, detail: message } });
}

function withoutProblem({ problem: _, ...task }: CompletionTask): CompletionTask {
  return task;
}

/** An address for services to write to, if the user gave one. */
async function mailto(): Promise<string> {
  const { settings } = await browser.storage.local.get<{ settings?: Partial<Settings> }>('settings');
  return settings?.mailto?.trim() ?? '';
}

function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
