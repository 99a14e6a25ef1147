import type { Matches } from '../lib/rules';
import { dayShown, t } from '../lib/text';
import { RuleReason } from './RuleReason';

interface Props {
  /** The earlier day on which the paper was seen; days are counted since 1970. */
  seenOn: number | undefined;
  isHidden: boolean;
  isInZotero: boolean;
  matches: Matches | undefined;
}

/** Why an entry looks as it does: it is hidden, was seen before, one of the user's rules applies, or Zotero has it. */
export function EntryState({ seenOn, isHidden, isInZotero, matches }: Props) {
  return (
    <>
      {isInZotero && <span className="seen">{t('zotero.there')}</span>}
      {matches && <RuleReason matches={matches} />}
      {isHidden ? (
        <span className="seen">{t('seen.hidden')}</span>
      ) : (
        seenOn !== undefined && <span className="seen">{t('seen.on', [dayShown(seenOn)])}</span>
      )}
    </>
  );
}
