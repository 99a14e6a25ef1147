import { startTransition, useEffect, useState } from 'react';
import { type PictureNews, pictureNews } from '../../lib/library/picture-news';

type AllNews = Partial<Record<'failure', string>> &
  Partial<Extract<PictureNews, { counts: unknown }>> &
  Partial<Extract<PictureNews, { map: unknown }>>;

/** What pictures show, as the library is when they are first asked for. */
export function usePictureNews(): AllNews {
  const [known, setKnown] = useState<AllNews>({});
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const hear = (news: PictureNews) => {
      if (!signal.aborted) startTransition(() => setKnown((before) => ({ ...before, ...news })));
    };
    read(hear, signal).catch((error) => hear({ failure: String(error) }));
    return () => controller.abort();
  }, []);
  return known;
}

async function read(hear: (news: PictureNews) => void, signal: AbortSignal): Promise<void> {
  // Tests have no workers: there it is done in slices.
  if (typeof Worker === 'undefined') return pictureNews(hear, signal);
  const worker = new Worker(new URL('../../lib/library/pictures.worker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  worker.addEventListener('message', ({ data }: MessageEvent<PictureNews>) => hear(data));
  worker.addEventListener('error', ({ message }) => hear({ failure: message }));
}
