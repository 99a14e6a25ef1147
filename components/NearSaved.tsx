import { type KeyboardEvent, useRef, useState } from 'react';
import type { NearPaper } from '../lib/library/contract';
import type { PaperId } from '../lib/paper';
import { t } from '../lib/text';

interface Props {
  near: NearPaper[];
  /** Shows one of them in the library. */
  open(id: PaperId): void;
}

/** Says on the row how many saved papers are near; pressed, which, and by which words. Escape closes it. */
export function NearSaved({ near, open }: Props) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  };

  return (
    <>
      <button type="button" aria-expanded={isOpen} ref={button} onClick={() => setOpen(!isOpen)} onKeyDown={onKeyDown}>
        {t('near.saved', near.length)}
      </button>
      {isOpen && (
        <ul className="near" onKeyDown={onKeyDown}>
          {near.map(({ id, title, words }) => (
            <li key={id}>
              <button type="button" onClick={() => open(id)}>
                {title}
              </button>
              <span>
                {t('near.by')} {words.join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
