import type { ReactNode } from 'react';
import { t } from '../lib/text';

/** The way to the extension's other pages, at the foot of the popup. */
export function PageLinks({ children }: { children?: ReactNode }) {
  return (
    <nav className="page-links">
      <a href="library.html" target="_blank" rel="noopener">
        {t('pages.library')}
      </a>
      {children}
      <a href="options.html" target="_blank" rel="noopener">
        {t('pages.options')}
      </a>
    </nav>
  );
}
