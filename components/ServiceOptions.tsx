import { useId, useSyncExternalStore } from 'react';
import { services } from '../lib/services/client';
import { ServiceFailure } from '../lib/services/failure';
import { askFor } from '../lib/services/hosts';
import type { LiveSettings } from '../lib/settings';
import { t } from '../lib/text';
import { AllowedServices } from './AllowedServices';
import { MailtoField } from './MailtoField';
import { OptionsSection } from './OptionsSection';
import { OutcomeLine, useOutcome } from './Outcome';
import { RequestLog } from './RequestLog';

/** Whom Papergloss may ask, what for, and whom it has asked. */
export function ServiceOptions({ settings }: { settings: LiveSettings }) {
  const { completion, zotero } = useSyncExternalStore(settings.subscribe, () => settings.current);
  const told = useOutcome();
  const id = useId();

  const turnCompletion = (on: boolean) =>
    told.attempt(() => settings.change({ completion: on }), {
      text: t(on ? 'options.isOn' : 'options.isOff', [t('requests.completion')]),
    });

  const turnZotero = (on: boolean) => {
    const done = { text: t('options.isOff', [t('requests.zotero')]) };
    return told.attempt(async () => {
      if (!on) return settings.change({ zotero: false });
      // The browser must be asked right at the click.
      if (!(await askFor('zotero'))) throw new ServiceFailure('notAllowed');
      await settings.change({ zotero: true });
      const { papers, problem } = await services.lookInZotero();
      // It stays on: Zotero may be started later.
      if (problem) throw new ServiceFailure(problem);
      done.text = t('requests.known', papers);
    }, done);
  };

  const switches = [
    { name: 'completion', isOn: completion, turn: turnCompletion },
    { name: 'zotero', isOn: zotero, turn: turnZotero },
  ] as const;

  return (
    <OptionsSection title={t('requests.title')} text={t('requests.about')}>
      <ul className="habits">
        {switches.map(({ name, isOn, turn }) => (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says itself whether it is checked.
                role="switch"
                aria-describedby={`${id}${name}`}
                checked={isOn}
                onChange={(event) => turn(event.currentTarget.checked)}
              />
              {t(`requests.${name}`)}
            </label>
            <p id={`${id}${name}`}>{t(`requests.${name}Text`)}</p>
          </li>
        ))}
      </ul>
      {completion && <MailtoField settings={settings} attempt={told.attempt} />}
      <AllowedServices attempt={told.attempt} />
      <OutcomeLine {...told} />
      <RequestLog />
    </OptionsSection>
  );
}
