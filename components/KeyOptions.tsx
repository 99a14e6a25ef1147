import { useSyncExternalStore } from 'react';
import { actionOf, type KeyAction, type KeyMap, keyActions, keyOf, withKey } from '../lib/keys';
import type { LiveSettings } from '../lib/settings';
import { t } from '../lib/text';
import { KeyRow } from './KeyRow';
import { OptionsSection } from './OptionsSection';
import { OutcomeLine, useOutcome } from './Outcome';

/** Which key does what on a list, to choose. */
export function KeyOptions({ settings }: { settings: LiveSettings }) {
  const { keyMap } = useSyncExternalStore(settings.subscribe, () => settings.current);
  const told = useOutcome();

  const choose = (action: KeyAction, key: string) =>
    told.attempt(() => settings.change((now) => ({ keyMap: withKey(now.keyMap, action, key) })), {
      text: sentenceOf(action, key),
    });

  const swap = (action: KeyAction, other: KeyAction) => {
    const [key, otherKey] = [keyOf(action, keyMap), keyOf(other, keyMap)];
    return told.attempt(
      () => settings.change((now) => ({ keyMap: withKey(withKey(now.keyMap, other, key), action, otherKey) })),
      { text: `${sentenceOf(action, otherKey)} ${sentenceOf(other, key)}` },
    );
  };

  const asUsual = (before: KeyMap) =>
    told.attempt(() => settings.change({ keyMap: {} }), {
      text: t('keys.areUsual'),
      undo: () => settings.change({ keyMap: before }),
    });

  return (
    <OptionsSection title={t('keys.title')} text={t('keys.text')}>
      <table>
        <thead className="unseen">
          <tr>
            <th scope="col">{t('keys.action')}</th>
            <th scope="col">{t('keys.key')}</th>
            <th scope="col">{t('keys.choose')}</th>
          </tr>
        </thead>
        <tbody>
          {keyActions.map((action) => (
            <KeyRow
              key={action}
              action={action}
              current={keyOf(action, keyMap)}
              ownerOf={(key) => actionOf(key, keyMap)}
              choose={(key) => choose(action, key)}
              swap={(other) => swap(action, other)}
            />
          ))}
        </tbody>
      </table>
      {Object.keys(keyMap).length > 0 && (
        <button type="button" className="usual" onClick={() => asUsual(keyMap)}>
          {t('keys.usual')}
        </button>
      )}
      <OutcomeLine {...told} />
    </OptionsSection>
  );
}

function sentenceOf(action: KeyAction, key: string): string {
  const name = t(`keys.${action}`);
  return key === '' ? t('keys.isNone', [name]) : t('keys.isNow', [name, key]);
}
