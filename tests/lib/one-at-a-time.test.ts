import { expect, test, vi } from 'vitest';
import { oneAtATime } from '../../lib/one-at-a-time';

function slowly() {
  const ends: (() => void)[] = [];
  const work = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  return { work, end: () => ends.shift()?.() };
}

test('what is asked for meanwhile is done once more, and not at the same time', async () => {
  const { work, end } = slowly();
  const ask = oneAtATime(work, new AbortController().signal);
  const done = ask();
  ask();
  ask();
  expect(work).toHaveBeenCalledTimes(1);
  end();
  await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2));
  end();
  await done;
  expect(work).toHaveBeenCalledTimes(2);
});

test('it ends with its signal, and goes on after a failure', async () => {
  const controller = new AbortController();
  const work = vi.fn().mockRejectedValueOnce(new Error('No room.')).mockResolvedValue(undefined);
  const ask = oneAtATime(work, controller.signal);
  await expect(ask()).rejects.toThrow('No room.');
  await ask();
  expect(work).toHaveBeenCalledTimes(2);
  controller.abort();
  await ask();
  expect(work).toHaveBeenCalledTimes(2);
});
