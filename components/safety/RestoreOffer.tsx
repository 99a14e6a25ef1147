import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { dismissOffer, offeredBackup, restoreAddress } from '../../lib/backup/offer';
import type { Snapshot } from '../../lib/backup/store';
import { isEmpty } from '../../lib/library/queries';
import { t } from '../../lib/text';
import { timeShown } from './BackupItem';

/** Where the library is empty and a backup is not: offers to restore it. `target` as that of a link. */
export function RestoreOffer({ target }: { target?: '_blank' }) {
  const hasNothing = useLiveQuery(async () => isEmpty());
  const [offer, setOffer] = useState<Snapshot>();
  useEffect(() => {
    if (!hasNothing) return setOffer(undefined);
    offeredBackup().then(setOffer, (error) => console.error('Papergloss: backups cannot be listed.', error));
  }, [hasNothing]);
  if (!offer) return null;

  const leave = () => {
    setOffer(undefined);
    dismissOffer(offer).catch((error) => console.error('Papergloss: this will be asked again.', error));
  };
  return (
    <section className="notice restore" aria-label={t('backups.title')}>
      <p>{t('backups.offer', offer.papers, [offer.papers.toLocaleString(), timeShown(offer.at)])}</p>
      <p className="buttons">
        <a href={restoreAddress(offer)} target={target}>
          {t('backups.look')}
        </a>
        <button type="button" onClick={leave}>
          {t('backups.leaveEmpty')}
        </button>
      </p>
    </section>
  );
}
