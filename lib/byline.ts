/** A paper in a line: who, and where. */
import type { Paper } from './paper';
import { t } from './text';

/** Venue, or site and list: what tells a preprint from its published version. */
export function whereOf({ venue, seen }: Paper): string {
  return [venue, seen?.site, venue ? undefined : seen?.list].filter(Boolean).join(', ');
}

/** Three names say who; the whole list of a collaboration says nothing. */
const namesShown = 3;

export function bylineOf({ authors, authorCount, organization }: Paper): string | undefined {
  if (!authors?.length) return organization ?? (authorCount ? t('item.authors', authorCount) : undefined);
  const shown = authors.slice(0, namesShown);
  // `Margin, Ada` has a comma already.
  const names = shown.join(shown.some((name) => name.includes(',')) ? '; ' : ', ');
  return authors.length > namesShown ? t('item.andOthers', [names]) : names;
}
