import type { Snapshot } from './store';

/** So many are kept, each of another day. */
const days = 3;

/** A backup with fewer papers than this share of another does not take its place: something may have gone wrong. */
const share = 0.5;

/**
 * Which backups are kept: the last of each of the last days on which there was one; and the one with most papers, if by
 * now there are far fewer.
 */
export function rotated(snapshots: Snapshot[]): Snapshot[] {
  const latestFirst = snapshots.toSorted((a, b) => b.at - a.at);
  const ofDays = new Map<string, Snapshot>();
  for (const snapshot of latestFirst) {
    const day = new Date(snapshot.at).toDateString();
    if (!ofDays.has(day)) ofDays.set(day, snapshot);
  }
  const kept = [...ofDays.values()].slice(0, days);
  const largest = latestFirst.reduce((a, b) => (b.papers > a.papers ? b : a), latestFirst[0] as Snapshot);
  const isMuch = largest && !kept.includes(largest) && kept.every(({ papers }) => papers < largest.papers * share);
  return isMuch ? [...kept, largest] : kept;
}
