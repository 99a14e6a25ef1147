/**
 * Which papers are in the user's Zotero. Asked for at most every ten minutes, and only where the user has switched it
 * on. Kept for as long as the browser runs.
 */
import { browser } from 'wxt/browser';
import type { PaperId } from '../paper';
import { ServiceFailure, type ServiceProblem } from '../services/failure';
import { inTurns } from '../turn';
import { papersInZotero } from './local-api';
import { isZoteroWanted } from './wanted';

/** What Zotero said last: what it has, or why it said nothing. */
export interface KnownInZotero {
  at: number;
  ids: PaperId[];
  problem?: ServiceProblem;
}

const key = 'zotero:known';
const goodFor = 10 * 60_000;
/** Zotero may have been started meanwhile. */
const askAgainAfter = 60_000;

const inTurn = inTurns();

/** The ones among `ids` that are in the user's Zotero; none while that is off, or Zotero says nothing. */
export async function inZotero(ids: PaperId[]): Promise<PaperId[]> {
  if (!(await isZoteroWanted())) return [];
  const known = await inTurn(async () => {
    const before = await lastKnown();
    const age = Date.now() - (before?.at ?? 0);
    // A clock that was set back makes nothing new.
    if (before && age >= 0 && age < (before.problem ? askAgainAfter : goodFor)) return before;
    return look();
  });
  const there = new Set(known.ids);
  return ids.filter((id) => there.has(id));
}

/** Asks Zotero now; resolves to what it said. */
export function lookInZotero(): Promise<KnownInZotero> {
  return inTurn(look);
}

/** What Zotero said last, if it was asked since the browser started. */
export async function lastKnown(): Promise<KnownInZotero | undefined> {
  return (await browser.storage.session.get<Record<string, KnownInZotero>>(key))[key];
}

/** These were just sent there. */
export function nowInZotero(ids: PaperId[]): Promise<void> {
  return inTurn(async () => {
    const known = await lastKnown();
    if (known) await remember({ ...known, ids: [...new Set([...known.ids, ...ids])] });
  });
}

async function look(): Promise<KnownInZotero> {
  try {
    const known = { at: Date.now(), ids: await papersInZotero() };
    await remember(known);
    return known;
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error;
    // Lists say nothing of it: the options do. What was known is too old to be told.
    const known = { at: Date.now(), ids: [], problem: error.problem };
    await remember(known);
    return known;
  }
}

function remember(known: KnownInZotero): Promise<void> {
  return browser.storage.session.set({ [key]: known });
}
