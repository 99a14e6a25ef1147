import { useEffect, useState } from 'react';
import { type Room, storageRoom } from '../../lib/storage-room';

/** How much room there is, looked at whenever somebody comes back to the page. */
export function useRoom(): { room: Room | undefined; look(): Promise<void> } {
  const [room, setRoom] = useState<Room>();
  const look = () =>
    storageRoom().then(setRoom, (error) => console.warn('Papergloss: the browser does not tell of its room.', error));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` is the same each time.
  useEffect(() => {
    const controller = new AbortController();
    look();
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look(), controller);
    return () => controller.abort();
  }, []);
  return { room, look };
}
