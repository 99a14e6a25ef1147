/** Makes backups by itself, when something changed, and carries them elsewhere. In the background only. */
import Dexie from 'dexie';
import { browser } from 'wxt/browser';
import { isEmpty } from '../library/queries';
import { stayAwake } from '../stay-awake';
import { downloadIfDue } from './download-due';
import { writeCompleteFile } from './folder-json';
import { type Snapshot, snapshots } from './store';
import { takeBackup } from './take';

/** Milliseconds after a change: the background is stopped when it has nothing to do for 30 seconds. */
const rest = 15_000;

/** At most so often; and of all time, at most this share is spent on it. */
const pause = { milliseconds: 2 * 60_000, timesOfTook: 500 };

/** For what changed when it was too early for the next one: the background may be stopped until then. */
const alarm = 'backup';

/** Present while there is something that no backup has. */
const changedKey = 'backup:changed';

const watched = /\/(papers|notes|noteVersions|marks|highlights|aliases|merges|hidden|suggestions)\//;

/** Makes one whenever it is time for it. */
export function keepBackups(): void {
  let isWaiting = false;
  let isKnown = false;
  const soon = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      isKnown = false;
      work();
    }, rest);
  };
  const work = () => {
    backUpIfDue().catch((error) => console.error('Papergloss: there is no backup of what changed last.', error));
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) work();
  });
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

/** Makes one if something changed since the last one, and that is long enough ago; if it is not, once it is. */
export async function backUpIfDue(): Promise<void> {
  const [latest] = await snapshots();
  const { [changedKey]: isChanged } = await browser.storage.local.get<Record<string, unknown>>(changedKey);
  if (latest && !isChanged) return carry(latest);
  if (latest ? !isDue(latest) : await isEmpty()) {
    if (latest) await browser.alarms.create(alarm, { when: latest.at + pauseAfter(latest) + 1000 });
    return;
  }
  // What changes from here on is for the next one; and if this one is never finished, so is everything.
  await browser.storage.local.set({ [changedKey]: 'being kept' });
  const snapshot = await stayAwake(() => takeBackup({ isCalm: true }));
  const { [changedKey]: now } = await browser.storage.local.get<Record<string, unknown>>(changedKey);
  if (now === 'being kept') await browser.storage.local.remove(changedKey);
  if (snapshot) await carry(snapshot);
}

/** To where the user wants to have it, if that was not done. */
async function carry(snapshot: Snapshot): Promise<void> {
  await writeCompleteFile(snapshot);
  await downloadIfDue(snapshot);
}

function isDue(latest: Snapshot): boolean {
  const ago = Date.now() - latest.at;
  // A clock that was set back must not hold it up.
  return ago < 0 || ago > pauseAfter(latest);
}

function pauseAfter({ took }: Snapshot): number {
  return Math.max(pause.milliseconds, took * pause.timesOfTook);
}
