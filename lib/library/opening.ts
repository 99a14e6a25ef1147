/** Opening the database, for pages that have nothing to show without it. */
import { db } from './db';

/** Milliseconds after which an opening is slow: the database is being upgraded, or somebody holds an old one open. */
const usual = 3000;

/** Resolves once the database is open, and rejects where it cannot be opened; `onSlow` is called if that takes long. */
export async function openLibrary(onSlow: () => void): Promise<void> {
  const timer = setTimeout(onSlow, usual);
  db.on('blocked', onSlow);
  try {
    await db.open();
  } finally {
    clearTimeout(timer);
    db.on('blocked').unsubscribe(onSlow);
  }
}
