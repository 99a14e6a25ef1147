/**
 * Every request that Papergloss has made: when, to whom, what for, and what was sent. Kept in pieces in the browser's
 * storage, so that no request writes the whole of it. Only the background writes.
 */
import { browser } from 'wxt/browser';
import type { ServiceName } from './services/hosts';
import { inTurns } from './turn';

/** What a request was for. */
export type Purpose = 'complete' | 'send' | 'look';

export interface LoggedRequest {
  /** A UUID. */
  id: string;
  at: number;
  to: ServiceName;
  purpose: Purpose;
  method: string;
  /** With all that it says. */
  url: string;
  /** What was sent beside the address, up to `maxSent` characters. */
  sent?: string;
  /** How many characters that were, where it was more. */
  sentLength?: number;
  /** The status of the answer; 0: there was none. Absent: not known, the browser had ended the background. */
  answer?: number;
}

interface Pieces {
  first: number;
  last: number;
}

const key = 'requests';
const perPiece = 100;
/** More than 5,000 requests nobody reads: the oldest go. */
const maxPieces = 50;
export const maxSent = 2000;

const inTurn = inTurns();

/** Resolves when it is written: only then it may be made. */
export function logRequest(request: LoggedRequest): Promise<void> {
  return inTurn(async () => {
    const { first, last } = await pieces();
    const piece = await pieceAt(last);
    const isFull = piece.length >= perPiece;
    const now: Pieces = { first, last: isFull ? last + 1 : last };
    const gone = Math.max(now.first, now.last - maxPieces + 1);
    await browser.storage.local.set({
      [key]: { ...now, first: gone },
      [pieceKey(now.last)]: [...(isFull ? [] : piece), short(request)],
    });
    await browser.storage.local.remove(keysOf({ first, last: gone - 1 }));
  });
}

/** How it was answered; nothing where the log was cleared meanwhile. */
export function logAnswer(id: string, answer: number): Promise<void> {
  return inTurn(async () => {
    const { first, last } = await pieces();
    // A request that was made many requests ago is answered no more.
    for (let at = last; at >= Math.max(first, last - 1); at--) {
      const piece = await pieceAt(at);
      if (!piece.some((request) => request.id === id)) continue;
      const answered = piece.map((request) => (request.id === id ? { ...request, answer } : request));
      await browser.storage.local.set({ [pieceKey(at)]: answered });
    }
  });
}

/** All of them, the latest first. */
export async function loggedRequests(): Promise<LoggedRequest[]> {
  const keys = keysOf(await pieces());
  const found = await browser.storage.local.get<Record<string, LoggedRequest[]>>(keys);
  return keys.flatMap((each) => found[each] ?? []).reverse();
}

/** In the background: forgets them all. */
export function clearRequestLog(): Promise<void> {
  return inTurn(async () => {
    const { first, last } = await pieces();
    await browser.storage.local.set({ [key]: { first: last + 1, last: last + 1 } });
    await browser.storage.local.remove(keysOf({ first, last }));
  });
}

/** Calls `listener` whenever there is another one, until `signal` ends it. */
export function onRequestLog(listener: () => void, signal: AbortSignal): void {
  const hear = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((each) => each === key || each.startsWith(`${key}:`))) listener();
  };
  browser.storage.local.onChanged.addListener(hear);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(hear));
}

async function pieces(): Promise<Pieces> {
  const { [key]: found } = await browser.storage.local.get<Record<string, Pieces>>(key);
  return found ?? { first: 0, last: 0 };
}

async function pieceAt(index: number): Promise<LoggedRequest[]> {
  const at = pieceKey(index);
  return (await browser.storage.local.get<Record<string, LoggedRequest[]>>(at))[at] ?? [];
}

function pieceKey(index: number): string {
  return `${key}:${index}`;
}

function keysOf({ first, last }: Pieces): string[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => pieceKey(first + i));
}

function short({ sent, ...request }: LoggedRequest): LoggedRequest {
  if (sent === undefined) return request;
  if (sent.length <= maxSent) return { ...request, sent };
  return { ...request, sent: sent.slice(0, maxSent), sentLength: sent.length };
}
