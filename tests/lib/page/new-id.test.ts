import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { newId } from '../../../lib/page/new-id';

afterEach(() => vi.unstubAllGlobals());

test.each(['with', 'without'])('a UUID of version 4, %s https', (kind) => {
  if (kind === 'without') {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  }
  const ids = Array.from({ length: 100 }, newId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true);
});
