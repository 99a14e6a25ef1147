import { type ReactNode, useEffect, useState } from 'react';
import { openLibrary } from '../../lib/library/opening';
import { t } from '../../lib/text';
import { CannotOpen } from './CannotOpen';

type Opening = { state: 'usual' | 'slow' } | { state: 'failed'; error: unknown };

/** What is behind it needs the library: where that cannot be opened, it says why, and what can be done. */
export function LibraryDoor({ children }: { children: ReactNode }) {
  const [opening, setOpening] = useState<Opening>({ state: 'usual' });
  useEffect(() => {
    openLibrary(() => setOpening({ state: 'slow' })).then(
      () => setOpening({ state: 'usual' }),
      (error) => setOpening({ state: 'failed', error }),
    );
  }, []);
  if (opening.state === 'failed') return <CannotOpen error={opening.error} />;
  return (
    <>
      {opening.state === 'slow' && (
        <p className="notice" role="status">
          {t('opening.slow')}
        </p>
      )}
      {children}
    </>
  );
}
