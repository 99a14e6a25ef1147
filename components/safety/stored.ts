import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** What the browser’s storage says, read by `read`, which is the same each time; it changes while one looks. */
export function useStored<Value>(read: () => Promise<Value>): Value | undefined {
  const [value, setValue] = useState<Value>();
  useEffect(() => {
    const look = () => {
      read().then(setValue, (error) => console.error('Papergloss: what is stored cannot be read.', error));
    };
    look();
    browser.storage.local.onChanged.addListener(look);
    return () => browser.storage.local.onChanged.removeListener(look);
  }, [read]);
  return value;
}
