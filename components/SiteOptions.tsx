import { useEffect, useState } from 'react';
import { alwaysOn, turnOff } from '../lib/always-on';
import { onAllowedChange } from '../lib/services/hosts';
import { sites } from '../lib/sites';
import { t } from '../lib/text';
import { OptionsSection } from './OptionsSection';
import { OutcomeLine, useOutcome } from './Outcome';

/** Where Papergloss works: by the user's wish, and because it knows the site. */
export function SiteOptions() {
  const [patterns, setPatterns] = useState<string[]>();
  const told = useOutcome();

  useEffect(() => {
    const controller = new AbortController();
    const look = () => alwaysOn().then(setPatterns);
    onAllowedChange(look, controller.signal);
    look();
    return () => controller.abort();
  }, []);

  const stop = (pattern: string) =>
    told.attempt(() => turnOff(pattern), { text: t('options.stopped', [nameOf(pattern)]) });

  return (
    <>
      <OptionsSection title={t('options.always')}>
        {patterns && patterns.length > 0 ? (
          <>
            <p>{t('options.alwaysText')}</p>
            <ul aria-label={t('options.always')}>
              {patterns.map((pattern) => (
                <li key={pattern}>
                  <span>{nameOf(pattern)}</span>
                  <button type="button" aria-label={t('options.stop', [nameOf(pattern)])} onClick={() => stop(pattern)}>
                    {t('options.stopShort')}
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t('options.none')}</p>
        )}
        <OutcomeLine {...told} />
      </OptionsSection>
      <OptionsSection title={t('options.builtIn')} text={t('options.builtInText')}>
        <ul className="names" aria-label={t('options.builtIn')}>
          {sites.map(({ name }) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </OptionsSection>
    </>
  );
}

/** The host; with its protocol where that is not the usual one. */
function nameOf(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}
