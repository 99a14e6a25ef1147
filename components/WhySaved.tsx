import type { Sighting } from '../lib/paper';
import { t } from '../lib/text';

/** Where a paper stood when it was saved, and what the site said of it then: `Daily Papers, 12 November 2026, 3rd, 47 upvotes`. */
export function WhySaved({ seen }: { seen: Sighting }) {
  const { site, list, section, date, position, counts = {}, announcement } = seen;
  const facts = [
    list ? `${site}, ${list}` : site,
    section,
    date && dateShown(date),
    position !== undefined && ordinal(position),
    announcement === 'cross-list' && t('why.crossList'),
    announcement === 'replacement' && t('why.replacement'),
    counts.upvotes !== undefined && t('why.upvotes', counts.upvotes),
    counts.comments !== undefined && t('why.comments', counts.comments),
    counts.stars !== undefined && t('why.stars', counts.stars),
  ];
  return <span>{facts.filter(Boolean).join(', ')}</span>;
}

/** A date, as precise as the page was. */
export function dateShown(date: string): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  return new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00Z`).toLocaleDateString(undefined, {
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  });
}

function ordinal(position: number): string {
  const kind = new Intl.PluralRules('en', { type: 'ordinal' }).select(position);
  return kind === 'one' || kind === 'two' || kind === 'few'
    ? t(`why.position.${kind}`, [String(position)])
    : t('why.position.other', [String(position)]);
}
