import { type FormEvent, useId, useState } from 'react';
import type { LiveSettings } from '../lib/settings';
import { t } from '../lib/text';
import type { useOutcome } from './Outcome';

interface Props {
  settings: LiveSettings;
  attempt: ReturnType<typeof useOutcome>['attempt'];
}

/** The address that the user gives to services that ask for one. */
export function MailtoField({ settings, attempt }: Props) {
  const [address, setAddress] = useState(settings.current.mailto);
  const [isBad, setBad] = useState(false);
  const id = useId();

  const save = (event: FormEvent) => {
    event.preventDefault();
    const mailto = address.trim();
    const isGood = mailto === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mailto);
    setBad(!isGood);
    if (!isGood) return;
    attempt(() => settings.change({ mailto }), { text: t(mailto ? 'requests.mailtoSaved' : 'requests.mailtoGone') });
  };

  return (
    <form className="rule-form" onSubmit={save} noValidate>
      <label htmlFor={id}>{t('requests.mailto')}</label>
      <input
        id={id}
        type="text"
        inputMode="email"
        autoComplete="email"
        aria-describedby={`${id}text`}
        aria-invalid={isBad}
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <button type="submit">{t('requests.mailtoSave')}</button>
      <p id={`${id}text`} className="hint">
        {t('requests.mailtoText')}
      </p>
      {isBad && (
        <p className="failure" role="alert">
          {t('requests.mailtoBad')}
        </p>
      )}
    </form>
  );
}
