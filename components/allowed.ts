import { useEffect, useState } from 'react';
import { isAllowed, onAllowedChange, type ServiceName } from '../lib/services/hosts';

/** Whether the browser lets Papergloss ask a service, live; `undefined` until that is known. */
export function useAllowed(service: ServiceName): boolean | undefined {
  const [allowed, setAllowed] = useState<boolean>();
  useEffect(() => {
    const controller = new AbortController();
    const look = () => isAllowed(service).then((is) => !controller.signal.aborted && setAllowed(is));
    onAllowedChange(look, controller.signal);
    look();
    return () => controller.abort();
  }, [service]);
  return allowed;
}
