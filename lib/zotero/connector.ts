/** Zotero's connector API, as far as it takes items. Zotero listens on this computer only. */
import { z } from 'zod';
import { request } from '../requests';
import { ServiceFailure } from '../services/failure';
import type { ZoteroItem } from './item';

/** Without these Zotero hangs up on browsers without a word, as if it were not running. */
export const zoteroHeaders = { 'X-Zotero-Connector-API-Version': '3' };

/** What Zotero answers when it refuses. */
const Refusal = z.looseObject({ libraryEditable: z.boolean().optional(), error: z.string().optional() });

/**
 * Gives items to Zotero, which puts them where its user is. `session` must be new: `exists` says that Zotero has heard
 * of it before, and took nothing now.
 */
export async function saveItems(session: string, items: ZoteroItem[]): Promise<'saved' | 'exists'> {
  const response = await request({
    to: 'zotero',
    purpose: 'send',
    path: '/connector/saveItems',
    headers: { ...zoteroHeaders, 'Content-Type': 'application/json' },
    body: JSON.stringify({ sessionID: session, uri: items[0]?.url ?? '', items }),
  });
  mustBeZotero(response);
  if (response.status === 201) return 'saved';
  const text = await response.text();
  const { libraryEditable, error } = refusalIn(text);
  if (response.status === 409 && error === 'SESSION_EXISTS') return 'exists';
  if (libraryEditable === false) throw new ServiceFailure('zoteroReadOnly');
  throw new ServiceFailure('zoteroRefused', error ?? `HTTP ${response.status}`);
}

/** Something else may listen at that port. */
export function mustBeZotero({ headers }: Response): void {
  const isZotero = headers.has('X-Zotero-Version') || headers.has('X-Zotero-Connector-API-Version');
  if (!isZotero) throw new ServiceFailure('notZotero');
}

function refusalIn(text: string): z.infer<typeof Refusal> {
  try {
    return Refusal.parse(JSON.parse(text));
  } catch {
    return {}; // The status says what there is to say.
  }
}
