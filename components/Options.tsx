import { useEffect, useState } from 'react';
import { alwaysOn, onAlwaysOnChange, turnOff } from '../lib/always-on';
import { sites } from '../lib/sites';
import { t } from '../lib/text';

/** Where Papergloss works: by the user's wish, and because it knows the site. */
export function Options() {
  const [patterns, setPatterns] = useState<string[]>();
  const [news, setNews] = useState('');

  useEffect(() => {
    const controller = new AbortController();
    const look = () => alwaysOn().then(setPatterns);
    onAlwaysOnChange(look, controller.signal);
    look();
    return () => controller.abort();
  }, []);

  const stop = async (pattern: string) => {
    await turnOff(pattern);
    setNews(t('options.stopped', [nameOf(pattern)]));
  };

  return (
    <main className="options">
      <h1>{t('options.title')}</h1>
      <h2 id="always">{t('options.always')}</h2>
      {patterns && patterns.length > 0 ? (
        <>
          <p>{t('options.alwaysText')}</p>
          <ul aria-labelledby="always">
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
      <p role="status">{news}</p>
      <h2 id="built-in">{t('options.builtIn')}</h2>
      <p>{t('options.builtInText')}</p>
      <ul aria-labelledby="built-in" className="names">
        {sites.map(({ name }) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </main>
  );
}

/** The host; with its protocol where that is not the usual one. */
function nameOf(pattern: string): string {
  return pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');
}
