/**
 * Sends saved papers to Zotero. A sending has a name of its own: repeated under that name, because its answer was lost,
 * it makes no second item. And what was sent since the browser started is not sent again, unless the user says so.
 */
import { browser } from 'wxt/browser';
import type { PaperId } from '../paper';
import { inTurns } from '../turn';
import { saveItems } from './connector';
import { itemOf, type Sendable } from './item';
import { nowInZotero } from './known';

export interface Sending {
  /** A UUID. */
  id: string;
  papers: PaperId[];
  /** Also those that were sent before. */
  again?: boolean | undefined;
}

/** How a sending came out. */
export interface Sent {
  sent: number;
  /** How many were not sent, because they had been before. */
  before: number;
  /** Zotero had heard of it, but whether it took it, nobody heard: the browser had ended the background meanwhile. */
  isUnsure: boolean;
}

interface Memory {
  /** When which paper was sent. */
  papers: Record<PaperId, number>;
  /** What became of each part of each sending. */
  parts: Record<string, { state: 'asked' | 'sent' | 'unsure'; sent: PaperId[]; before: number }>;
}

const key = 'zotero:sent';
/** So many items go at once. */
const perPart = 50;

const inTurn = inTurns();

/** `read` gives what is to be sent of papers. */
export function sendToZotero(sending: Sending, read: (ids: PaperId[]) => Promise<Sendable[]>): Promise<Sent> {
  return inTurn(async () => {
    const outcome: Sent = { sent: 0, before: 0, isUnsure: false };
    for (let start = 0; start < sending.papers.length; start += perPart) {
      const name = `${sending.id}-${start / perPart}`;
      const part = await sendPart(name, sending, sending.papers.slice(start, start + perPart), read);
      outcome.sent += part.sent.length;
      outcome.before += part.before;
      outcome.isUnsure ||= part.state === 'unsure';
    }
    return outcome;
  });
}

type Part = Memory['parts'][string];

async function sendPart(
  name: string,
  { again }: Sending,
  ids: PaperId[],
  read: (ids: PaperId[]) => Promise<Sendable[]>,
): Promise<Part> {
  const memory = await remembered();
  const known = memory.parts[name];
  if (known && known.state !== 'asked') return known;

  const all = await read(ids);
  const chosen = known
    ? all.filter(({ paper }) => known.sent.includes(paper.id))
    : all.filter(({ paper }) => again || memory.papers[paper.id] === undefined);
  const asked: Part = {
    state: 'asked',
    sent: chosen.map(({ paper }) => paper.id),
    before: known?.before ?? all.length - chosen.length,
  };
  if (chosen.length === 0) return { ...asked, state: 'sent' };

  await remember({ ...memory, parts: { ...memory.parts, [name]: asked } });
  const answer = await saveItems(name, chosen.map(itemOf)).catch(async (error) => {
    // It was answered, and by a no: nothing is open.
    const { [name]: _, ...parts } = memory.parts;
    await remember({ ...memory, parts });
    throw error;
  });
  const part: Part = { ...asked, state: answer === 'saved' ? 'sent' : 'unsure' };
  const now = Date.now();
  await remember({
    papers: { ...memory.papers, ...Object.fromEntries(part.sent.map((id) => [id, now])) },
    parts: { ...memory.parts, [name]: part },
  });
  await nowInZotero(chosen.flatMap((each) => each.ids));
  return part;
}

async function remembered(): Promise<Memory> {
  const { [key]: memory } = await browser.storage.session.get<Record<string, Memory>>(key);
  return memory ?? { papers: {}, parts: {} };
}

function remember(memory: Memory): Promise<void> {
  return browser.storage.session.set({ [key]: memory });
}
