/** “Your library is empty, but there is a backup.” */
import { browser } from 'wxt/browser';
import { few } from '../library/queries';
import { share } from './rotate';
import { type Snapshot, snapshots } from './store';

const dismissedKey = 'backup:dismissed';

/** With so many times the papers of the library, a backup tells that they were lost. */
const farMore = 10;

/**
 * What a library could be restored from that has so few papers, with those in the trash, unless the user wants it so. Of
 * about as many papers, the latest backup has the last notes.
 */
export async function offeredBackup(papers: number): Promise<Snapshot | undefined> {
  if (papers >= few) return undefined;
  const { [dismissedKey]: dismissed = 0 } = await browser.storage.local.get<Record<string, number>>(dismissedKey);
  const open = (await snapshots()).filter((snapshot) => snapshot.at > dismissed && snapshot.papers > 0);
  const most = open.reduce((most, snapshot) => Math.max(most, snapshot.papers), 0);
  const offered = open.toSorted((a, b) => b.at - a.at).find((snapshot) => snapshot.papers >= most * share);
  return offered && offered.papers >= papers * farMore ? offered : undefined;
}

/** The user wants the library as it is: not asked again, until there is another backup. */
export async function dismissOffer(): Promise<void> {
  const latest = (await snapshots()).reduce((latest, { at }) => Math.max(latest, at), 0);
  await browser.storage.local.set({ [dismissedKey]: latest });
}

/** The page on which a backup is looked at, and restored. */
export function restoreAddress({ at }: Snapshot): string {
  return `library.html?restore=${at}`;
}
