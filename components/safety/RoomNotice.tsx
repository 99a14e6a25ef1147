import { useEffect } from 'react';
import { bytesShown, keepForGood } from '../../lib/storage-room';
import { t } from '../../lib/text';
import { useRoom } from './room';

/**
 * Warns before the disk is full. Whoever has saved something wants it to be kept: at the first click or key on the page,
 * the browser is asked for that.
 */
export function RoomNotice({ hasPapers }: { hasPapers: boolean }) {
  const { room } = useRoom();
  const isToAsk = hasPapers && room !== undefined && !room.isKept;
  useEffect(() => {
    if (!isToAsk) return;
    const controller = new AbortController();
    const ask = () => {
      controller.abort();
      keepForGood().catch((error) => console.warn('Papergloss: the browser keeps nothing for good.', error));
    };
    for (const act of ['pointerdown', 'keydown']) document.addEventListener(act, ask, controller);
    return () => controller.abort();
  }, [isToAsk]);
  if (!room?.isTight) return null;
  return (
    <p className="notice" role="status">
      {t('room.tight', [bytesShown(Math.max(room.allowed - room.used, 0))])}{' '}
      <a href="options.html#backups">{t('room.options')}</a>
    </p>
  );
}
