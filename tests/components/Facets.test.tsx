import { render } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Facets } from '../../components/library/Facets';
import { followFacets } from '../../lib/library/live-facets';
import type { LivePlace } from '../../lib/library-place';

vi.mock('../../lib/library/live-facets', () => ({ followFacets: vi.fn() }));

test('counts what is listed, and stops as soon as one types on', () => {
  const facets = (query: string, listed: string) => (
    <Facets {...{ query, listed }} live={{} as LivePlace} total={0} close={() => {}}>
      {null}
    </Facets>
  );
  const counts = () => vi.mocked(followFacets).mock.calls.map(([query, , signal]) => [query, signal.aborted]);
  const { rerender } = render(facets('mar', 'mar'));
  expect(counts()).toEqual([['mar', false]]);
  rerender(facets('marg', 'mar'));
  expect(counts()).toEqual([['mar', true]]);
  rerender(facets('marg', 'marg'));
  expect(counts()).toEqual([
    ['mar', true],
    ['marg', false],
  ]);
});
