import { type ReactNode, useState } from 'react';
import { t } from '../../../lib/text';

interface Props<Item> {
  title(count: number): string;
  items: Item[];
  isOpen?: boolean;
  children(item: Item): ReactNode;
}

/** So many are shown; nobody reads more. */
const shown = 100;

/** Some of what an import would do: how many there are, and which, for whoever wants to know. */
export function Group<Item>({ title, items, isOpen: isOpenAtFirst = false, children }: Props<Item>) {
  // A long list is made when it is asked for.
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  if (items.length === 0) return null;
  const more = items.length - shown;
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title(items.length)}</summary>
      {isOpen && (
        <ul>
          {items.slice(0, shown).map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
            <li key={i}>{children(item)}</li>
          ))}
          {more > 0 && <li className="hint">{t('exchange.andMore', more, [more.toLocaleString()])}</li>}
        </ul>
      )}
    </details>
  );
}
