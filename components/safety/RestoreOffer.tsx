import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { dismissOffer, offeredBackup, restoreAddress } from '../../lib/backup/offer';
import type { Snapshot } from '../../lib/backup/store';
import { countFew } from '../../lib/library/queries';
import { t } from '../../lib/text';
import { timeShown } from './BackupItem';

/** Where the library is empty, or nearly, and a backup is not: offers to restore it. `target` as that of a link. */
export function RestoreOffer({ target }: { target?: '_blank' }) {
  const papers = useLiveQuery(async () => countFew());
  const [offer, setOffer] = useState<Snapshot>();
  useEffect(() => {
    if (papers === undefined) return;
    let isCurrent = true;
    offeredBackup(papers).then(
      (backup) => isCurrent && setOffer(backup),
      (error) => console.error('Papergloss: backups cannot be listed.', error),
    );
    return () => {
      isCurrent = false;
    };
  }, [papers]);
  if (!offer) return null;

  const leave = () => {
    setOffer(undefined);
    dismissOffer().catch((error) => console.error('Papergloss: this will be asked again.', error));
  };
  const about: [string, string] = [offer.papers.toLocaleString(), timeShown(offer.at)];
  return (
    <section className="notice restore" aria-label={t('backups.title')}>
      <p>{papers ? t('backups.offerMore', about) : t('backups.offer', offer.papers, about)}</p>
      <p className="buttons">
        <a href={restoreAddress(offer)} target={target}>
          {t('backups.look')}
        </a>
        <button type="button" onClick={leave}>
          {t(papers ? 'backups.leaveIt' : 'backups.leaveEmpty')}
        </button>
      </p>
    </section>
  );
}
