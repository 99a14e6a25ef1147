import { useLiveQuery } from 'dexie-react-hooks';
import { useState, useSyncExternalStore } from 'react';
import type { Library } from '../lib/library/contract';
import { countSeen } from '../lib/library/queries';
import type { LiveSettings } from '../lib/settings';
import { t } from '../lib/text';
import { OptionsSection } from './OptionsSection';
import { OutcomeLine, useOutcome } from './Outcome';
import { SiteChoices } from './SiteChoices';

interface Props {
  settings: LiveSettings;
  library: Library;
}

/** How long ago something must be to be forgotten; 0 is everything. */
const ages = [30, 90, 365, 0] as const;

/** What is remembered of papers that were on screen, to forget; and what else goes by it on some sites. */
export function SeenOptions({ settings, library }: Props) {
  const { hideSeen, showHidden } = useSyncExternalStore(settings.subscribe, () => settings.current);
  const [age, setAge] = useState<number>(ages[0]);
  /** How many there are to forget, once the user has asked for it. */
  const [asked, setAsked] = useState<number>();
  const all = useLiveQuery(async () => countSeen(0)) ?? 0;
  const told = useOutcome();

  const ask = () => told.attempt(() => countSeen(age).then(setAsked));

  const forget = (count: number) => {
    setAsked(undefined);
    return told.attempt(() => library.forgetSeen(age), {
      text: t('options.forgotten', count, [count.toLocaleString()]),
    });
  };

  const takeBack = (choice: 'hideSeen' | 'showHidden', site: string, text: string) =>
    told.attempt(() => settings.change((now) => ({ [choice]: now[choice].filter((each) => each !== site) })), { text });

  return (
    <OptionsSection title={t('options.seenBefore')} text={t('options.remembered', all, [all.toLocaleString()])}>
      <div className="forget">
        <select
          aria-label={t('options.forgetWhat')}
          value={age}
          onChange={(event) => {
            setAge(Number(event.currentTarget.value));
            setAsked(undefined);
          }}
        >
          {ages.map((days) => (
            <option key={days} value={days}>
              {days === 0 ? t('options.everything') : t('options.olderThan', [String(days)])}
            </option>
          ))}
        </select>
        <button
          type="button"
          data-sure={asked ? true : undefined}
          onClick={() => (asked ? forget(asked) : ask())}
          onBlur={() => setAsked(undefined)}
          onKeyDown={(event) => event.key === 'Escape' && setAsked(undefined)}
        >
          {asked ? t('options.reallyForget', [asked.toLocaleString()]) : t('options.forget')}
        </button>
        <span role="status" className="hint">
          {asked !== undefined && t(asked > 0 ? 'options.noWayBack' : 'options.notSoOld')}
        </span>
      </div>
      <SiteChoices
        title={t('options.hideSeenOn')}
        sites={hideSeen}
        label={(site) => t('options.showSeenAgain', [site])}
        takeBack={(site) => takeBack('hideSeen', site, t('options.seenIsShown', [site]))}
      />
      <SiteChoices
        title={t('options.showHiddenOn')}
        sites={showHidden}
        label={(site) => t('options.hideHiddenAgain', [site])}
        takeBack={(site) => takeBack('showHidden', site, t('options.hiddenIsHidden', [site]))}
      />
      <OutcomeLine {...told} />
    </OptionsSection>
  );
}
