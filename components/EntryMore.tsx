import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { t } from '../lib/text';

interface Props {
  more: ReturnType<typeof useMore>;
  children: ReactNode;
}

/** What a row has room for only when it is asked for. Escape closes it. */
export function EntryMore({ more, children }: Props) {
  if (!more.isOpen) return null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    more.close();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this names what belongs to the More button.
    <div className="more-panel" role="group" aria-label={t('marks.more')} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

/** A field in the panel that a key goes to. */
export type MoreField = 'tag';

/**
 * Whether the panel is open, and which field is wanted: each `open` wants it anew. `button` is what opens the panel,
 * and has the focus again when it closes.
 */
export function useMore() {
  const [opened, setOpened] = useState<{ field?: MoreField | undefined }>();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpened(undefined);
    button.current?.focus();
  };
  return {
    isOpen: opened !== undefined,
    /** To be given to who has that field. */
    wanted: (field: MoreField) => (opened?.field === field ? opened : undefined),
    button,
    close,
    open: (field?: MoreField) => setOpened({ field }),
  };
}
