/**
 * A Zotero on loopback, as strict as its connector server is said to be: it hangs up on browsers that do not say what
 * they are, refuses what Zotero refuses, and keeps of an item only what an item of its type has.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came of an item. */
export interface StoredItem {
  itemType: string;
  fields: Record<string, string>;
  creators: Record<string, unknown>[];
  tags: string[];
  notes: string[];
}

const common = ['title', 'abstractNote', 'date', 'url', 'DOI', 'extra', 'language', 'accessDate'];
const fieldsOf: Record<string, string[]> = {
  preprint: [...common, 'repository', 'archiveID', 'genre', 'place', 'series'],
  journalArticle: [...common, 'publicationTitle', 'volume', 'issue', 'pages', 'ISSN', 'journalAbbreviation'],
  conferencePaper: [...common, 'proceedingsTitle', 'conferenceName', 'place', 'publisher', 'pages', 'volume', 'ISBN'],
};
/** What an item has beside its fields. Attachments are the connector's own work: none is taken here. */
const noFields = ['id', 'itemType', 'creators', 'tags', 'notes', 'attachments'];

export class ZoteroServer {
  readonly items: StoredItem[] = [];
  /** Fields that were not kept. */
  readonly dropped: string[] = [];
  readonly requests: string[] = [];
  isEditable = true;
  isApiOn = true;
  /** Something else listens here. */
  isZotero = true;
  readonly #sessions = new Set<string>();
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });

  async listen(port = 0): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const end = (status: number, body?: unknown, more: Record<string, string> = {}) => {
      const zotero = { 'X-Zotero-Version': '10.0.0', 'X-Zotero-Connector-API-Version': '3' };
      response.writeHead(status, { ...(this.isZotero && zotero), 'Content-Type': 'application/json', ...more });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    if (!this.isZotero) return end(404);
    const isBrowser = headers['user-agent']?.startsWith('Mozilla/') || headers.origin !== undefined;
    if (isBrowser && !headers['x-zotero-connector-api-version'] && !headers['zotero-allowed-request']) {
      request.socket.destroy();
      return;
    }
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/.test(headers.host ?? '')) return end(400);
    this.requests.push(`${method} ${url.pathname}`);

    if (url.pathname === '/connector/ping') return end(200, {});
    if (url.pathname.startsWith('/api/')) return method === 'GET' ? this.#answerApi(url, end) : end(405);
    if (url.pathname !== '/connector/saveItems') return end(404);
    if (method !== 'POST' || !headers['content-length']) return end(400);
    if (!headers['content-type']?.startsWith('application/json')) return end(400);
    const version = headers['x-zotero-connector-api-version'];
    if (version !== undefined && Number(version) < 3) return end(400, { error: 'CONNECTOR_VERSION_OUTDATED' });

    const { sessionID, items } = JSON.parse(await bodyOf(request));
    if (this.#sessions.has(sessionID)) return end(409, { error: 'SESSION_EXISTS' });
    this.#sessions.add(sessionID);
    if (!this.isEditable) return end(500, { libraryEditable: false });
    for (const item of items) this.#store(item);
    end(201);
  }

  #store(item: Record<string, unknown>): void {
    const itemType = String(item.itemType);
    const known = fieldsOf[itemType];
    if (!known) throw new Error(`There is no item type ${itemType}.`);
    const fields: Record<string, string> = {};
    for (const [field, value] of Object.entries(item)) {
      if (noFields.includes(field)) continue;
      if (known.includes(field)) fields[field] = String(value);
      else this.dropped.push(`${itemType}.${field}`);
    }
    const attachments = item.attachments as unknown[];
    if (attachments?.length > 0) this.dropped.push(`${itemType}.attachments`);
    const creators = (item.creators as Record<string, unknown>[]).filter(({ lastName }) => lastName);
    const notes = (item.notes as { note: string }[]).map(({ note }) => note);
    this.items.push({ itemType, fields, creators, tags: item.tags as string[], notes });
  }

  #answerApi(
    { pathname, searchParams }: URL,
    end: (status: number, body?: unknown, more?: Record<string, string>) => void,
  ) {
    if (!this.isApiOn) return end(403);
    if (pathname !== '/api/users/0/items/top') return end(404);
    const start = Number(searchParams.get('start') ?? 0);
    const limit = Number(searchParams.get('limit') ?? this.items.length);
    const page = this.items.slice(start, start + limit).map(({ itemType, fields }, i) => ({
      key: `KEY${start + i}`,
      version: 1,
      data: { itemType, ...fields },
    }));
    end(200, page, { 'Total-Results': String(this.items.length), 'Zotero-API-Version': '3' });
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}
