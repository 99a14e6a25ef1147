import { expect, test, vi } from 'vitest';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { documentsOf, shownRecords } from '../../../lib/library/search-documents';
import { batchOfPending, type Pending } from '../../../lib/library/search-pending';
import { BatchBuilder } from '../../../lib/search/document';
import { aPaper } from '../../papers';
import { batchOf } from '../../search-batch';

async function waiting(count: number): Promise<Pending> {
  const papers = Array.from({ length: count }, (_, n) =>
    aPaper({ id: `arxiv:2609.${10_000 + n}`, title: `Margins of graph ${n}` }),
  );
  for (const paper of papers) await library.save(paper);
  const documents = await documentsOf(await shownRecords(papers.map(({ id }) => id)));
  return { key: '', documents, outdated: [] };
}

const inTransaction = (pending: Pending) => db.transaction('r', db.searchState, () => batchOfPending(pending, 7));

test('who asks at the same time gets the same, for which each paper is indexed once', async () => {
  const pending = await waiting(40);
  const added = vi.spyOn(BatchBuilder.prototype, 'add');
  const [one, other] = await Promise.all([inTransaction(pending), inTransaction(pending)]);
  expect(other).toBe(one);
  expect(added).toHaveBeenCalledTimes(40);
  expect(one).toEqual(batchOf(pending.documents.map(({ document }, i) => [7 + i, document])));
});

test('what could not be indexed is tried again, and not taken for done', async () => {
  const pending = await waiting(3);
  vi.spyOn(BatchBuilder.prototype, 'add').mockImplementationOnce(() => {
    throw new Error('No memory.');
  });
  await expect(inTransaction(pending)).rejects.toThrow('No memory.');
  expect(await inTransaction(pending)).toEqual(batchOf(pending.documents.map(({ document }, i) => [7 + i, document])));
});
