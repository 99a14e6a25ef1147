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
