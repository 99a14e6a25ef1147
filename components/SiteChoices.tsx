import { useId } from 'react';
import { t } from '../lib/text';

interface Props {
  title: string;
  sites: string[];
  /** What taking a choice back does. */
  label(site: string): string;
  takeBack(site: string): void;
}

/** The sites for which the user chose something on their lists. */
export function SiteChoices({ title, sites, label, takeBack }: Props) {
  const id = useId();
  if (sites.length === 0) return null;
  return (
    <>
      <h3 id={id}>{title}</h3>
      <ul aria-labelledby={id}>
        {sites.map((site) => (
          <li key={site}>
            <span>{site}</span>
            <button type="button" aria-label={label(site)} onClick={() => takeBack(site)}>
              {t('options.takeBack')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
