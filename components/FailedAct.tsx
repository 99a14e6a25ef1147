import { useEffect } from 'react';
import type { PageTheme } from '../lib/page/theme';
import { messageOf } from './Failure';
import { Notice } from './Notice';

interface Props {
  theme: PageTheme;
  error: unknown;
  close(): void;
}

/** What a key could not do. Escape closes it: whoever goes by keys need not look for the button. */
export function FailedAct({ theme, error, close }: Props) {
  useEffect(() => {
    const controller = new AbortController();
    const hear = ({ key }: KeyboardEvent) => key === 'Escape' && close();
    window.addEventListener('keydown', hear, { capture: true, signal: controller.signal });
    return () => controller.abort();
  }, [close]);
  return <Notice {...{ theme, close }} role="alert" text={messageOf(error)} />;
}
