import type { WholePaper } from '../lib/formats/whole-paper';
import { aPaper } from './papers';

/** A paper as a file has it, with an identifier of its own. */
export function aWhole(about: Partial<WholePaper> = {}): WholePaper {
  const paper = about.paper ?? aPaper();
  return { paper, ids: [paper.id], savedAt: 1000, ...about };
}

export function aNote(text: string, about: Partial<NonNullable<WholePaper['note']>> = {}) {
  return { id: crypto.randomUUID(), text, createdAt: 1000, updatedAt: 1000, ...about };
}
