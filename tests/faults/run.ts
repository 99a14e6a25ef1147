/** Lets each scenario fail at each of its steps, and looks whether anything is missing afterwards. */
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readBackup } from '../../lib/backup/read';
import { snapshots } from '../../lib/backup/store';
import { checkLibrary } from '../../lib/library/check';
import { db } from '../../lib/library/db';
import { allDrafts } from '../../lib/library/drafts';
import { marksOf } from '../../lib/library/marks';
import { arm, disarm, type Fault, hasStruck } from './faults';
import type { Scenario } from './scenarios';

export interface Result {
  cases: number;
  /** What was missing or wrong, and after which fault. */
  found: string[];
}

/** Each `every`-th step, and the last one. */
export async function runScenario(scenario: Scenario, faults: readonly Fault[], every: number): Promise<Result> {
  const total = await countSteps(scenario);
  const result: Result = { cases: 0, found: [] };
  for (const fault of faults) {
    for (let step = 1; step <= total; step += step + every > total && step < total ? total - step : every) {
      const place = `${scenario.name}, ${fault} at step ${step} of ${total}`;
      result.cases++;
      result.found.push(...(await oneCase(scenario, step, fault)).map((text) => `${place}: ${text}`));
    }
  }
  return result;
}

async function countSteps(scenario: Scenario): Promise<number> {
  await reset();
  await scenario.before();
  arm();
  await scenario.act();
  const total = disarm();
  if (total === 0) throw new Error(`${scenario.name} writes nothing.`);
  return total;
}

async function oneCase(scenario: Scenario, step: number, fault: Fault): Promise<string[]> {
  await reset();
  const words = await scenario.before();
  arm({ step, fault });
  let acknowledged: string[] = [];
  await scenario.act().then(
    (more) => {
      acknowledged = more;
    },
    () => {},
  );
  disarm();
  await revive();
  const problems = hasStruck ? [] : ['nothing went wrong'];
  problems.push(...(await missing([...words, ...acknowledged], 'afterwards')));
  const again = await scenario.act().catch((error: unknown) => {
    problems.push(`cannot be repeated: ${error}`);
    return [];
  });
  problems.push(...(await missing([...words, ...again], 'after it was repeated')));
  return problems;
}

async function missing(words: string[], when: string): Promise<string[]> {
  // A clock that was set back goes right again, or all that was before it would be of the future.
  vi.useRealTimers();
  const problems: string[] = [];
  const said = await allWords();
  for (const word of words) if (!said.includes(word)) problems.push(`“${word}” is missing ${when}`);
  for (const { kind, keys } of await checkLibrary()) problems.push(`${kind} (${keys.slice(0, 3)}) ${when}`);
  for (const snapshot of await snapshots()) {
    const { unreadable } = await readBackup(snapshot);
    for (const { reason } of unreadable) problems.push(`${reason} ${when}`);
  }
  return problems;
}

/** All that the user can see, of whatever: also earlier versions, and what waits to be taken in. */
async function allWords(): Promise<string> {
  const papers = await db.papers.toArray();
  const notes = await db.notes.toArray();
  const versions = await db.noteVersions.toArray();
  const marks = await db.marks.toArray();
  const highlights = await db.highlights.toArray();
  return [
    ...papers.filter(({ removedAt }) => !removedAt).map(({ paper }) => paper.title),
    ...notes.filter(({ deletedAt }) => !deletedAt).map(({ text }) => text),
    ...versions.map(({ text }) => text),
    ...marks.flatMap((record) => marksOf(record).tags ?? []),
    ...highlights.filter(({ deletedAt }) => !deletedAt).map(({ comment }) => comment ?? ''),
    JSON.stringify(await allDrafts()),
  ].join('\n');
}

/** The background starts again: of what it remembered nothing is left but what is stored. */
async function revive(): Promise<void> {
  db.close({ disableAutoOpen: false });
  await db.open();
}

async function reset(): Promise<void> {
  disarm();
  await revive();
  await Promise.all(db.tables.map((table) => table.clear()));
  await fakeBrowser.storage.local.clear();
}
