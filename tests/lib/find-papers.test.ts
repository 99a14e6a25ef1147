import { expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { findPapers } from '../../lib/find-papers';

/** A tab in which nothing of Papergloss runs; the browser takes the script after so many refusals. */
function tabThatRefuses(times: number) {
  const refusal = new Error('Cannot access contents of the page.');
  const executeScript = vi.fn(async () => {
    if (executeScript.mock.calls.length <= times) throw refusal;
    return [];
  });
  const sendMessage = vi.fn(async () => {
    if (executeScript.mock.calls.length <= times) throw new Error('Receiving end does not exist.');
    return true;
  });
  Object.assign(browser, { scripting: { executeScript } });
  Object.assign(browser.tabs, { sendMessage });
  return { refusal, executeScript, sendMessage };
}

test('runs on a page, and then asks it to look for papers', async () => {
  const { executeScript, sendMessage } = tabThatRefuses(0);
  sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
  await findPapers(7);
  expect(executeScript).toHaveBeenCalledExactlyOnceWith({
    target: { tabId: 7 },
    files: ['/content-scripts/papers.js'],
  });
  expect(sendMessage).toHaveBeenCalledTimes(2);
});

test('asks again where the browser refuses what it has just allowed', async () => {
  const { executeScript, sendMessage } = tabThatRefuses(1);
  await findPapers(7);
  expect(executeScript).toHaveBeenCalledTimes(2);
  await expect(sendMessage.mock.results.at(-1)?.value).resolves.toBe(true);
});

test('says so where the browser lets no extension in', async () => {
  const { refusal, executeScript } = tabThatRefuses(100);
  await expect(findPapers(7)).rejects.toBe(refusal);
  expect(executeScript.mock.calls.length).toBeLessThan(5);
});
