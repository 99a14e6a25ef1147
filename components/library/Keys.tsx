import { Keyboard } from 'lucide-react';
import { t } from '../../lib/text';

/** What keys do in the list. */
const keys = [
  ['open', 'Enter'],
  ['note', 'n'],
  ['tags', 't'],
  ['visit', 'o'],
  ['select', 'x'],
  ['range', 'Shift ↑ ↓'],
  ['all', 'Ctrl A'],
  ['remove', 'Delete'],
  ['undo', 'u'],
  ['close', 'Esc'],
  ['search', '/'],
] as const;

const keysId = 'shelf-keys';

/** Opens the panel, or closes it. */
export function toggleKeys(): void {
  document.getElementById(keysId)?.togglePopover();
}

/** The next Escape is for the panel. */
export function isShowingKeys(): boolean {
  return document.getElementById(keysId)?.hasAttribute('data-open') ?? false;
}

/** A button for the keys of the list, and the panel that it opens. */
export function Keys() {
  return (
    <>
      <button type="button" popoverTarget={keysId} aria-label={t('library.keys')} title={t('library.keys')}>
        <Keyboard aria-hidden size={16} />
      </button>
      <div
        id={keysId}
        popover="auto"
        role="dialog"
        aria-label={t('library.keys')}
        className="keys"
        onToggle={({ currentTarget, newState }) => currentTarget.toggleAttribute('data-open', newState === 'open')}
      >
        <dl>
          {keys.map(([name, key]) => (
            <div key={name}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`library.key.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
