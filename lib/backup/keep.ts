/** Makes backups by itself, when something changed. In the background only. */
import Dexie from 'dexie';
import { browser } from 'wxt/browser';
import { isEmpty } from '../library/queries';
import { snapshots } from './store';
import { takeBackup } from './take';

/** Milliseconds after a change: the background is stopped when it has nothing to do for 30 seconds. */
const rest = 15_000;

/** At most so often; and of all time, at most this share is spent on it. */
const pause = { milliseconds: 10 * 60_000, timesOfTook: 500 };

/** Present while there is something that no backup has. */
const changedKey = 'backup:changed';

const watched = /\/(papers|notes|noteVersions|marks|highlights|aliases|merges|hidden|suggestions)\//;

/** Makes one whenever it is time for it. No alarm is needed: what changes the library wakes the background. */
export function keepBackups(): void {
  let isWaiting = false;
  let isKnown = false;
  const soon = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      isKnown = false;
      backUpIfDue().catch((error) => console.error('Papergloss: there is no backup of what changed last.', error));
    }, rest);
  };
  Dexie.on('storagemutated', (parts) => {
    if (!Object.keys(parts).some((part) => watched.test(part))) return;
    if (!isKnown) {
      isKnown = true;
      browser.storage.local.set({ [changedKey]: true }).catch(() => {
        isKnown = false; // The disk is full: whoever writes hears of it.
      });
    }
    soon();
  });
  soon();
}

/** Makes one if something changed since the last one, and that is long enough ago. */
export async function backUpIfDue(): Promise<void> {
  const [latest] = await snapshots();
  const { [changedKey]: isChanged } = await browser.storage.local.get<Record<string, unknown>>(changedKey);
  if (latest ? !isChanged || !isDue(latest) : await isEmpty()) return;
  // What changes from here on is for the next one; and if this one is never finished, so is everything.
  await browser.storage.local.set({ [changedKey]: 'being kept' });
  await takeBackup();
  const { [changedKey]: now } = await browser.storage.local.get<Record<string, unknown>>(changedKey);
  if (now === 'being kept') await browser.storage.local.remove(changedKey);
}

function isDue({ at, took }: { at: number; took: number }): boolean {
  const ago = Date.now() - at;
  // A clock that was set back must not hold it up.
  return ago < 0 || ago > Math.max(pause.milliseconds, took * pause.timesOfTook);
}
