import { X } from 'lucide-react';
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { keyActions, keyOf } from '../lib/keys';
import type { PageTheme } from '../lib/page/theme';
import type { LiveSettings } from '../lib/settings';
import { t } from '../lib/text';

interface Props {
  settings: LiveSettings;
  theme: PageTheme;
  /** Whether the site itself uses a key, which then does nothing of ours. */
  isTaken(key: string): boolean;
  close(): void;
}

/** Which key does what on a list. Escape closes it. */
export function KeyHelp({ settings, theme, isTaken, close }: Props) {
  const look = useSyncExternalStore(theme.subscribe, () => theme.current);
  const { keyMap } = useSyncExternalStore(settings.subscribe, () => settings.current);
  const button = useRef<HTMLButtonElement>(null);
  // Before the next key, which is for the panel already.
  useLayoutEffect(() => {
    button.current?.focus();
    // Also where the focus went elsewhere since. What is typed here is kept from the window.
    const controller = new AbortController();
    const hear = (event: KeyboardEvent) => event.key === 'Escape' && close();
    window.addEventListener('keydown', hear, { capture: true, signal: controller.signal });
    return () => controller.abort();
  }, [close]);
  const actions = keyActions.filter((action) => keyOf(action, keyMap) !== '');

  return (
    <div
      className="entry notice"
      data-theme={look}
      role="dialog"
      aria-label={t('keys.title')}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <dl className="keys">
        {actions.map((action) => (
          <div key={action}>
            <dt>
              <kbd>{keyOf(action, keyMap)}</kbd>
            </dt>
            <dd>{isTaken(keyOf(action, keyMap)) ? t('keys.taken', [t(`keys.${action}`)]) : t(`keys.${action}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t('keys.change')}</p>
      <div className="buttons">
        <button type="button" ref={button} onClick={close}>
          <X aria-hidden size={14} />
          {t('notice.close')}
        </button>
      </div>
    </div>
  );
}
