import { X } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { PageTheme } from '../lib/page/theme';
import { t } from '../lib/text';

interface Props {
  theme: PageTheme;
  text: string;
  /** What went wrong is an alert. */
  role?: 'status' | 'alert';
  /** What can be done about it. */
  children?: ReactNode;
  close(): void;
}

/** One sentence in the corner of a page. */
export function Notice({ theme, text, role = 'status', children, close }: Props) {
  const look = useSyncExternalStore(theme.subscribe, () => theme.current);
  return (
    <div className="entry notice" data-theme={look}>
      <p role={role}>{text}</p>
      <div className="buttons">
        {children}
        <button type="button" onClick={close}>
          <X aria-hidden size={14} />
          {t('notice.close')}
        </button>
      </div>
    </div>
  );
}
