import { Waypoints } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { PaperId } from '../../lib/paper';
import { t } from '../../lib/text';

const Related = lazy(() => import('./Related'));

interface Props {
  /** Of a saved paper. */
  id: PaperId;
  isOpen: boolean;
  setOpen(isOpen: boolean): void;
  onOpen(id: PaperId): void;
  onFilter(query: string): void;
}

/** A button that shows which saved papers are like one. */
export function LazyRelated({ isOpen, setOpen, ...related }: Props) {
  return (
    <div className="lazy-related">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Waypoints aria-hidden size={14} />
        {t('related.title')}
      </button>
      {isOpen && (
        <Suspense fallback={<p role="status">{t('related.comparing')}</p>}>
          <Related {...related} />
        </Suspense>
      )}
    </div>
  );
}
