/** Acts on many papers, part by part, as one act with one undo. On pages. */
import type { PaperId } from './paper';
import { inTurns } from './turn';

/** Papers in a part, far fewer than a call may name: whoever saves a paper meanwhile waits for no more than a part. */
const perPart = 500;

export interface Progress {
  done: number;
  total: number;
}

/** Hears how far it has come, in the middle only: a single part has none. */
export type OnProgress = (progress: Progress) => void;

/** Undoes all that was done, the last first. Where it fails, another call goes on from there. */
export type UndoAll = (onProgress?: OnProgress) => Promise<void>;

interface Act {
  act(part: PaperId[]): Promise<unknown>;
  /** Undoes it, for papers for which it was done. */
  undo(part: PaperId[]): Promise<unknown>;
}

/** It failed in the middle. What was done until then stays, until that is undone. */
export class DoneInPart extends Error {
  constructor(
    override readonly cause: unknown,
    readonly progress: Progress,
    readonly undo: UndoAll,
  ) {
    super(String(cause));
    this.name = 'DoneInPart';
  }
}

/** Of two acts on the same papers, the second has the last word on all of them. */
const inTurn = inTurns();

/** Resolves to how it is undone. */
export function inParts(ids: PaperId[], { act, undo }: Act, onProgress?: OnProgress): Promise<UndoAll> {
  let done = 0;
  const undoAll: UndoAll = (onProgress) =>
    inTurn(async () => {
      for (const total = done; done > 0; ) {
        if (done < total) onProgress?.({ done: total - done, total });
        const start = Math.max(0, done - perPart);
        await undo(ids.slice(start, done));
        done = start;
      }
    });
  return inTurn(async () => {
    while (done < ids.length) {
      const progress = { done, total: ids.length };
      if (done > 0) onProgress?.(progress);
      const part = ids.slice(done, done + perPart);
      try {
        await act(part);
      } catch (error) {
        throw done > 0 ? new DoneInPart(error, progress, undoAll) : error;
      }
      done += part.length;
    }
    return undoAll;
  });
}
