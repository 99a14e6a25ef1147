import { beforeEach, expect, test, vi } from 'vitest';
import { db } from '../../../lib/library/db';
import { library } from '../../../lib/library/library';
import { type Facet, followFacets } from '../../../lib/library/live-facets';
import { type FacetField, facetFields } from '../../../lib/query-text';
import { aPaper } from '../../papers';

beforeEach(() => Promise.all(db.tables.map((table) => table.clear())));

const margins = aPaper({ published: '2024' });
const pebbles = aPaper({ id: 'arxiv:2609.00002', title: 'Counting Pebbles', published: '2024' });

function follow(query: string) {
  const controller = new AbortController();
  const told: FacetField[] = [];
  const latest: Partial<Record<FacetField, Facet[]>> = {};
  const fail = vi.fn();
  const tell = (field: FacetField, facets: Facet[]) => {
    told.push(field);
    latest[field] = facets;
  };
  followFacets(query, { tell, fail }, controller.signal);
  return { controller, told, latest, fail };
}

test('tells of one field after the other, in the order in which they are shown', async () => {
  await library.saveAll([margins, pebbles]);
  const { told, latest, fail } = follow('pebbles');
  await vi.waitFor(() => expect(told).toEqual([...facetFields]));
  expect(latest.year).toEqual([{ value: '2024', papers: 1 }]);
  expect(fail).not.toHaveBeenCalled();
});

test('counts again when something is saved, until it is ended', async () => {
  await library.save(margins);
  const { controller, told, latest } = follow('');
  await vi.waitFor(() => expect(latest.year).toEqual([{ value: '2024', papers: 1 }]));
  await library.save(pebbles);
  await vi.waitFor(() => expect(latest.year).toEqual([{ value: '2024', papers: 2 }]));
  controller.abort();
  const { length } = told;
  await library.mark({ paper: pebbles, change: { status: 'read' } });
  const { latest: other } = follow('');
  await vi.waitFor(() => expect(other.has).toBeDefined());
  expect(told).toHaveLength(length);
});

test('ended in the middle, it tells of no other field', async () => {
  await library.save(margins);
  const told: FacetField[] = [];
  const controller = new AbortController();
  const tell = (field: FacetField) => {
    told.push(field);
    controller.abort();
  };
  followFacets('', { tell, fail: vi.fn() }, controller.signal);
  const { latest } = follow('');
  await vi.waitFor(() => expect(latest.has).toBeDefined());
  expect(told).toEqual([facetFields[0]]);
});

test('what could not be counted once is told, and counted at the next change', async () => {
  await library.save(margins);
  const broken = vi.spyOn(db.searchRows, 'where').mockImplementation(() => {
    throw new Error('The disk hums.');
  });
  const { latest, fail } = follow('');
  await vi.waitFor(() => expect(fail).toHaveBeenCalled());
  broken.mockRestore();
  await library.save(pebbles);
  await vi.waitFor(() => expect(latest.year).toEqual([{ value: '2024', papers: 2 }]));
});
