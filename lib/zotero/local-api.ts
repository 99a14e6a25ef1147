/** Zotero's local API, as far as it tells what is in the user's own library. Off until the user allows it in Zotero. */
import { z } from 'zod';
import { doiId, identifierOf, paperIdOf } from '../identity';
import type { PaperId } from '../paper';
import { request } from '../requests';
import { ServiceFailure } from '../services/failure';
import { mustBeZotero, zoteroHeaders } from './connector';

/** Items that are asked for at once. Zotero has no limit, but a background has little memory. */
const perRequest = 1000;

const Items = z.array(
  z.looseObject({
    data: z.looseObject({
      DOI: z.string().optional(),
      url: z.string().optional(),
      archiveID: z.string().optional(),
      extra: z.string().optional(),
    }),
  }),
);
type ItemData = z.infer<typeof Items>[number]['data'];

/** The identifiers of all papers in the user's library. */
export async function papersInZotero(): Promise<PaperId[]> {
  const found = new Set<PaperId>();
  for (let start = 0; ; start += perRequest) {
    const response = await request({
      to: 'zotero',
      purpose: 'look',
      path: `/api/users/0/items/top?format=json&sort=dateAdded&direction=asc&start=${start}&limit=${perRequest}`,
      headers: { ...zoteroHeaders, 'Zotero-Allowed-Request': '1' },
    });
    mustBeZotero(response);
    if (response.status === 403) throw new ServiceFailure('zoteroApiOff');
    if (response.status !== 200) throw new ServiceFailure('zoteroRefused', `HTTP ${response.status}`);
    const items = Items.safeParse(await response.json().catch(() => undefined));
    if (!items.success) throw new ServiceFailure('unreadable', 'Zotero');
    for (const { data } of items.data) for (const id of idsOf(data)) found.add(id);
    const total = Number(response.headers.get('Total-Results'));
    if (items.data.length === 0 || !(total > start + perRequest)) return [...found];
  }
}

/** `Extra` holds what has no field of its own, line by line. */
export function idsOf({ DOI, url, archiveID, extra }: ItemData): PaperId[] {
  const lines = (extra ?? '').split('\n').map((line) => line.replace(/^(\w+):\s+/, '$1:'));
  const named = [archiveID, ...lines].map((text) => text && identifierOf(text)?.id);
  return [DOI && doiId(DOI), url && paperIdOf(url), ...named].filter(
    (id) => id !== undefined && id !== '',
  ) as PaperId[];
}
