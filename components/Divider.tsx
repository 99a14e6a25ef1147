import { useSyncExternalStore } from 'react';
import type { PageTheme } from '../lib/page/theme';
import type { Triage } from '../lib/page/triage';
import { dayShown, t } from '../lib/text';

/** Stands between what is new in a list since the day of the last visit, and what is not. */
export function Divider({ theme, triage }: { theme: PageTheme; triage: Triage }) {
  const look = useSyncExternalStore(theme.subscribe, () => theme.current);
  const lastVisit = useSyncExternalStore(triage.subscribe, () => triage.lastVisit ?? 0);
  const text = t('divider.newAbove', [dayShown(lastVisit)]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot say what it separates.
    <div className="entry divider" data-theme={look} role="separator" aria-label={text}>
      {text}
    </div>
  );
}
