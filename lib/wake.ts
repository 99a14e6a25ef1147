import { client } from './library/client';

/** Starts the background if it sleeps: it takes in what was typed on a page that was closed. */
export function wakeBackground(): void {
  client.find([]).catch(() => {
    // Where the library cannot be opened, the page itself says so.
  });
}
