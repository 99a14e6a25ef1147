/** What the work costs without anything around it: plain IndexedDB, in the same page, right after what is measured. */
import type { Page } from 'puppeteer-core';

/** Milliseconds to open the database and read the 50 latest papers. */
export function bareRows(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('papergloss'));
    const index = database.transaction('papers').objectStore('papers').index('savedAt');
    const request = index.openCursor(null, 'prev');
    for (let rows = 0; (await answer(request)) && ++rows < 50; ) request.result?.continue();
    const took = performance.now() - start;
    database.close();
    return took;
  });
}

/** Milliseconds to write one record, durably. */
export function barePut(page: Page, record: object): Promise<number> {
  return page.evaluate(async (record) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('papergloss');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const start = performance.now();
    const transaction = database.transaction('aliases', 'readwrite');
    transaction.objectStore('aliases').put(record);
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    const took = performance.now() - start;
    database.close();
    return took;
  }, record);
}

/** Milliseconds from a letter to the painted titles of the 50 latest papers, in a field beside which there is nothing. */
export async function bareLetters(page: Page): Promise<number[]> {
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('papergloss');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const [field, list] = [document.createElement('input'), document.createElement('div')];
    document.body.replaceChildren(field, list);
    const global = window as unknown as { bareLetters: number[] };
    global.bareLetters = [];
    let start = 0;
    field.addEventListener('keydown', ({ timeStamp }) => (start = timeStamp));
    field.addEventListener('input', () => {
      const request = database.transaction('papers').objectStore('papers').index('savedAt').openCursor(null, 'prev');
      const titles: string[] = [];
      request.onsuccess = () => {
        if (request.result) titles.push(request.result.value.paper.title);
        if (request.result && titles.length < 50) return request.result.continue();
        list.textContent = titles.join('\n');
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => global.bareLetters.push(performance.now() - start);
          port2.postMessage(undefined);
        });
      };
    });
    field.focus();
  });
  for (let letter = 0; letter < 20; letter++) {
    await page.keyboard.type('n');
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
  return page.evaluate(() => (window as unknown as { bareLetters: number[] }).bareLetters);
}
