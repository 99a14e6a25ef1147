import { useId, useSyncExternalStore } from 'react';
import type { LiveSettings } from '../lib/settings';
import { t } from '../lib/text';
import { OptionsSection } from './OptionsSection';
import { OutcomeLine, useOutcome } from './Outcome';

/** What Papergloss does by itself, where it is not switched off. */
type Habit = 'keys' | 'seen' | 'bar' | 'highlights' | 'near' | 'resurface';

interface Props {
  title: string;
  habits: readonly Habit[];
  settings: LiveSettings;
}

/** Switches for what happens somewhere, each with what it stores. */
export function HabitOptions({ title, habits, settings }: Props) {
  const current = useSyncExternalStore(settings.subscribe, () => settings.current);
  const told = useOutcome();
  const id = useId();

  const turn = (habit: Habit, on: boolean) =>
    told.attempt(() => settings.change({ [habit]: on }), {
      text: t(on ? 'options.isOn' : 'options.isOff', [t(`options.${habit}`)]),
    });

  return (
    <OptionsSection title={title}>
      <ul className="habits">
        {habits.map((habit) => (
          <li key={habit}>
            <label>
              <input
                type="checkbox"
                // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked.
                role="switch"
                aria-describedby={`${id}${habit}`}
                checked={current[habit]}
                onChange={(event) => turn(habit, event.currentTarget.checked)}
              />
              {t(`options.${habit}`)}
            </label>
            <p id={`${id}${habit}`}>{t(`options.${habit}Text`)}</p>
          </li>
        ))}
      </ul>
      <OutcomeLine {...told} />
    </OptionsSection>
  );
}
