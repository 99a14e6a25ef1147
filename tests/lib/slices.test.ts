import { expect, test, vi } from 'vitest';
import { inSlices } from '../../lib/slices';

test('the page has its turn within long work, and within many short works one after the other', async () => {
  let clock = 1000;
  const spy = vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const { signal } = new AbortController();
  const happened: string[] = [];
  const tick = (name: string) => setTimeout(() => happened.push(name));
  const work = (item: string) => {
    clock += 5;
    happened.push(item);
  };
  await inSlices(['first'], signal, work);
  tick('page');
  await inSlices(['a', 'b', 'c', 'd', 'e', 'f'], signal, work);
  expect(happened.indexOf('page')).toBeLessThan(happened.indexOf('f'));
  tick('page again');
  for (const item of ['u', 'v', 'w', 'x', 'y', 'z']) await inSlices([item], signal, work);
  expect(happened.indexOf('page again')).toBeGreaterThan(0);
  expect(happened.indexOf('page again')).toBeLessThan(happened.indexOf('z'));
  spy.mockRestore();
});

test('ends between two items when it is not wanted any more', async () => {
  const controller = new AbortController();
  const done: number[] = [];
  const work = inSlices([1, 2, 3], controller.signal, (item) => {
    done.push(item);
    if (item === 2) controller.abort();
  });
  await expect(work).rejects.toThrow();
  expect(done).toEqual([1, 2]);
});
