/** A query may be the identifier or the address of a paper. */
import { paperIdOf, webId } from '../identity';
import type { PaperId } from '../paper';
import { db } from './db';
import { shownRecords } from './search-documents';

/** The saved paper that a text names, if it does: then nothing else is looked for. Inside the transaction of a search. */
export async function paperNamed(text: string): Promise<PaperId | undefined> {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const named = paperIdOf(trimmed) ?? (/^https?:/i.test(trimmed) ? webId(trimmed) : undefined);
  const alias = named && (await db.aliases.get(named));
  return alias ? (await shownRecords([alias.paperId]))[0]?.id : undefined;
}
