import { useEffect, useState } from 'react';
import { allowedServices, giveUp, onAllowedChange, type ServiceName } from '../lib/services/hosts';
import { t } from '../lib/text';
import type { useOutcome } from './Outcome';

/** Whom the browser lets Papergloss ask, because the user allowed it; each can be taken back. */
export function AllowedServices({ attempt }: { attempt: ReturnType<typeof useOutcome>['attempt'] }) {
  const [allowed, setAllowed] = useState<ServiceName[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    const look = () => allowedServices().then((now) => !controller.signal.aborted && setAllowed(now));
    onAllowedChange(look, controller.signal);
    look();
    return () => controller.abort();
  }, []);
  if (allowed.length === 0) return null;

  const takeBack = (service: ServiceName, name: string) =>
    attempt(() => giveUp(service), { text: t('requests.givenUp', [name]) });

  return (
    <>
      <h3>{t('requests.allowed')}</h3>
      <ul aria-label={t('requests.allowed')}>
        {allowed.map((service) => {
          const name = t(`services.name.${service}`);
          return (
            <li key={service}>
              <span>{name}</span>
              <button type="button" aria-label={t('requests.giveUp', [name])} onClick={() => takeBack(service, name)}>
                {t('options.takeBack')}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
