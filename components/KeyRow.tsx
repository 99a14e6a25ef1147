import { useRef, useState } from 'react';
import type { KeyAction } from '../lib/keys';
import { t } from '../lib/text';
import { KeyField } from './KeyField';

interface Props {
  action: KeyAction;
  /** Its key; '' where it has none. */
  current: string;
  /** The action that has a key already. */
  ownerOf(key: string): KeyAction | undefined;
  choose(key: string): void;
  /** Gives it the key of another action, and that one its own. */
  swap(other: KeyAction): void;
}

/** One action and its key. */
export function KeyRow({ action, current, ownerOf, choose, swap }: Props) {
  const [isChanging, setChanging] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const name = t(`keys.${action}`);

  const end = (act?: () => void) => {
    act?.();
    setChanging(false);
    change.current?.focus();
  };

  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{current === '' ? <span className="hint">{t('keys.none')}</span> : <kbd>{current}</kbd>}</td>
      <td>
        <div className="buttons">
          <button
            type="button"
            ref={change}
            aria-label={t('keys.chooseFor', [name])}
            aria-expanded={isChanging}
            onClick={() => setChanging(!isChanging)}
          >
            {t('keys.choose')}
          </button>
          {current !== '' && (
            <button type="button" aria-label={t('keys.dropFor', [name])} onClick={() => end(() => choose(''))}>
              {t('keys.drop')}
            </button>
          )}
        </div>
        {isChanging && (
          <KeyField
            name={name}
            ownerOf={(key) => (key === current ? undefined : ownerOf(key))}
            choose={(key) => end(() => choose(key))}
            swap={(other) => end(() => swap(other))}
            cancel={() => end()}
          />
        )}
      </td>
    </tr>
  );
}
