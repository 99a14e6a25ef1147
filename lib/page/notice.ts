import type { ReactNode } from 'react';
import { noticeName } from './hosts';
import { renderIn } from './mount';

const corner = `:host { all: initial !important; position: fixed !important; inset: auto 16px 16px auto !important;
  z-index: 2147483647 !important; max-width: min(360px, calc(100vw - 32px)) !important; }`;

/** Shows `content` in the corner of the page, in place of an earlier notice, until `signal` ends it or it is closed. */
export function showNotice(
  page: Document,
  content: (close: () => void) => ReactNode,
  css: string,
  signal: AbortSignal,
): () => void {
  for (const earlier of page.querySelectorAll(noticeName)) earlier.remove();
  const host = page.createElement(noticeName);
  const controller = new AbortController();
  const end = AbortSignal.any([signal, controller.signal]);
  const close = () => controller.abort();
  // First, so that what is shown can take the focus at once.
  page.body.append(host);
  renderIn(host, content(close), corner + css, end);
  end.addEventListener('abort', () => host.remove());
  return close;
}
