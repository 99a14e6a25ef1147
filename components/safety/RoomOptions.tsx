import { bytesShown, keepForGood } from '../../lib/storage-room';
import { t } from '../../lib/text';
import { OptionsSection } from '../OptionsSection';
import { OutcomeLine, useOutcome } from '../Outcome';
import { useRoom } from './room';

/** How much room the library takes and has, and whether the browser keeps it for good. */
export function RoomOptions() {
  const { room, look } = useRoom();
  const told = useOutcome();

  const ask = () =>
    told.attempt(async () => {
      const isKept = await keepForGood();
      await look();
      if (!isKept) throw new Error(t('room.refused'));
    });

  if (!room) return null;
  return (
    <OptionsSection title={t('room.title')} text={t('room.used', [bytesShown(room.used), bytesShown(room.allowed)])}>
      {room.isTight && (
        <p className="failure">{t('room.tight', [bytesShown(Math.max(room.allowed - room.used, 0))])}</p>
      )}
      <p>{t(room.isKept ? 'room.kept' : 'room.notKept')}</p>
      {!room.isKept && (
        <button type="button" onClick={ask}>
          {t('room.keep')}
        </button>
      )}
      <OutcomeLine {...told} />
    </OptionsSection>
  );
}
