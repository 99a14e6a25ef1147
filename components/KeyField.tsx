import { type KeyboardEvent, useId, useState } from 'react';
import { isFit, type KeyAction } from '../lib/keys';
import { t } from '../lib/text';

interface Props {
  /** What the key is for. */
  name: string;
  ownerOf(key: string): KeyAction | undefined;
  choose(key: string): void;
  swap(other: KeyAction): void;
  cancel(): void;
}

/** Keys that only change what others mean. */
const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'NumLock'];

/** Waits for a key. A field, and not a button: screen readers leave the keys in it alone. */
export function KeyField({ name, ownerOf, choose, swap, cancel }: Props) {
  const [problem, setProblem] = useState<string>();
  const [taken, setTaken] = useState<{ key: string; owner: KeyAction }>();
  const id = useId();

  const take = (key: string) => {
    const owner = ownerOf(key);
    setProblem(isFit(key) ? undefined : t('keys.unfit'));
    setTaken(owner && { key, owner });
    if (isFit(key) && !owner) choose(key);
  };

  const hear = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (key === 'Tab' || event.nativeEvent.isComposing || modifiers.includes(key)) return;
    event.preventDefault();
    if (key === 'Escape') return cancel();
    setTaken(undefined);
    if (ctrlKey || altKey || metaKey) setProblem(t('keys.modified'));
    else take(key);
  };

  return (
    <div className="key-field">
      <input
        type="text"
        // biome-ignore lint/a11y/noAutofocus: the user asked for it, and presses the key next.
        autoFocus
        autoComplete="off"
        aria-label={t('keys.newFor', [name])}
        aria-describedby={id}
        placeholder={t('keys.press')}
        value=""
        onKeyDown={hear}
        // On a screen keyboard there are no keys, but letters.
        onChange={(event) => take(event.currentTarget.value)}
      />
      <p id={id} className="hint">
        {t('keys.hint')}
      </p>
      <p className="failure" role="alert">
        {taken ? t('keys.inUse', [taken.key, t(`keys.${taken.owner}`)]) : problem}
      </p>
      <div className="buttons">
        {taken && (
          <button type="button" onClick={() => swap(taken.owner)}>
            {t('keys.swap')}
          </button>
        )}
        <button type="button" onClick={cancel}>
          {t('options.cancel')}
        </button>
      </div>
    </div>
  );
}
