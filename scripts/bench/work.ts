import type { Page } from 'puppeteer-core';

/** Milliseconds that the main thread of a page worked while this was done: waiting for other processes is not in it. */
export async function workOf(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  };
  const before = await worked();
  await act();
  const after = await worked();
  await session.detach();
  return after - before;
}
