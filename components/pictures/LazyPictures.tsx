import { ChartColumn } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { t } from '../../lib/text';

// Neither popup nor library waits for what draws.
const Pictures = lazy(() => import('./Pictures'));

/** A button that shows pictures of the library. */
export function LazyPictures({ onFilter }: { onFilter(query: string): void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="lazy-pictures">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <ChartColumn aria-hidden size={14} />
        {t('pictures.open')}
      </button>
      {isOpen && (
        <Suspense fallback={<p role="status">{t('pictures.reading')}</p>}>
          <Pictures onFilter={onFilter} />
        </Suspense>
      )}
    </div>
  );
}
