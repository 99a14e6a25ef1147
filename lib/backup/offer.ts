/** “Your library is empty, but there is a backup.” */
import { browser } from 'wxt/browser';
import { type Snapshot, snapshots } from './store';

const dismissedKey = 'backup:dismissed';

/** What an empty library could be restored from, unless the user wants it empty. */
export async function offeredBackup(): Promise<Snapshot | undefined> {
  const { [dismissedKey]: dismissed = 0 } = await browser.storage.local.get<Record<string, number>>(dismissedKey);
  const best = (await snapshots()).reduce<Snapshot | undefined>(
    (a, b) => (a && a.papers >= b.papers ? a : b),
    undefined,
  );
  return best && best.papers > 0 && best.at > dismissed ? best : undefined;
}

/** The user wants an empty library: not asked again, until there is another backup. */
export async function dismissOffer({ at }: Snapshot): Promise<void> {
  await browser.storage.local.set({ [dismissedKey]: at });
}

/** The page on which a backup is looked at, and restored. */
export function restoreAddress({ at }: Snapshot): string {
  return `library.html?restore=${at}`;
}
