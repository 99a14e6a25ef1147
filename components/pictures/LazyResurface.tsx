import { lazy, Suspense, useSyncExternalStore } from 'react';
import type { PaperId } from '../../lib/paper';
import type { LiveSettings } from '../../lib/settings';

const Resurface = lazy(() => import('./Resurface'));

interface Props {
  settings: LiveSettings;
  onOpen(id: PaperId): void;
}

/** Papers of long ago, unless the user has switched that off. */
export function LazyResurface({ settings, onOpen }: Props) {
  const { resurface } = useSyncExternalStore(settings.subscribe, () => settings.current);
  if (!resurface) return null;
  return (
    <Suspense>
      <Resurface {...{ settings, onOpen }} />
    </Suspense>
  );
}
