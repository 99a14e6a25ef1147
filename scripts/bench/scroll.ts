import type { Figures } from './medians.ts';

/** Scrolls the library page as fast as a wheel goes, and looks at each frame. Runs in the page. */
export async function scroll(): Promise<Figures> {
  const [frames, step] = [240, 120];
  const list = document.querySelector<HTMLElement>('[role="listbox"]');
  if (!list) throw new Error('There is no list.');
  const painted = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(undefined);
      }),
    );
  const blankPlaces = () => {
    const { left, top, height } = list.getBoundingClientRect();
    const rows = [0.05, 0.35, 0.65, 0.95].map((y) =>
      document.elementFromPoint(left + 60, top + height * y)?.closest('[role="option"]'),
    );
    return rows.filter((row) => !row || row.ariaBusy === 'true').length;
  };
  window.bench.longestTask = 0;
  let blank = 0;
  for (let frame = 0; frame < frames && list.scrollTop + list.clientHeight < list.scrollHeight - 1; frame++) {
    list.scrollTop += step;
    await painted();
    if (blankPlaces() > 0) blank++;
  }
  // What observers are told comes late.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { longestTask } = window.bench;
  const start = performance.now();
  list.scrollTop = list.scrollHeight / 2;
  let shown = await painted();
  while (blankPlaces() > 0) shown = await painted();
  return {
    [`scrolling, frames of ${frames} with a blank row`]: blank,
    'scrolling, longest task': longestTask,
    'scrolling, a jump to the middle, painted': shown - start,
  };
}
