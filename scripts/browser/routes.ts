/** Answers every request from a table; what is not in it does not leave either. */

export interface Reply {
  status?: number;
  contentType?: string;
  body: string;
}

/** What stands at which true address: HTML, or something else. */
export type Routes = Record<string, string | Reply>;

/** What a browser tells of a request. */
export interface Asked {
  url: string;
  method: string;
  /** Whether a page is asked for, in a tab or in a frame. */
  isDocument: boolean;
}

/** An answer, with all that a browser must know of it. */
export type Answer = Required<Reply>;

const nothing: Answer = { status: 204, contentType: 'text/plain', body: '' };

export class Server {
  readonly #routes = new Map<string, Reply>();
  readonly #open = new Set<string>();
  readonly #hosts = new Map<string, (url: URL) => Reply>();
  /** Requests for which there is no answer: `GET https://…`. */
  readonly unanswered: string[] = [];

  serve(routes: Routes): void {
    for (const [url, reply] of Object.entries(routes)) {
      this.#routes.set(key(url), typeof reply === 'string' ? { body: reply } : reply);
    }
  }

  /** Whatever is asked for at this origin is answered by a function of the address. */
  serveAll(origin: `https://${string}`, answer: (url: URL) => Reply): void {
    this.#hosts.set(origin, answer);
  }

  /** Requests to this origin are made: something on this computer answers. */
  open(origin: `http://127.0.0.1:${number}`): void {
    this.#open.add(origin);
  }

  isOpen(url: string): boolean {
    return this.#open.has(new URL(url).origin);
  }

  has(url: string): boolean {
    return this.#routes.has(key(url));
  }

  /** `undefined`: there is none, and the request must fail. */
  answer({ url, method, isDocument }: Asked): Answer | undefined {
    const reply = this.#routes.get(key(url)) ?? this.#hosts.get(new URL(url).origin)?.(new URL(url));
    if (reply) return { status: 200, contentType: 'text/html; charset=utf-8', ...reply };
    if (!isDocument && this.#isPartOfPage(url)) return nothing;
    this.unanswered.push(`${method} ${url}`);
    return undefined;
  }

  /** A picture, style or script that a page's own HTML asks for: left out, and not missed. */
  #isPartOfPage(url: string): boolean {
    const { pathname } = new URL(url);
    if (pathname === '/favicon.ico') return true;
    return pathname.length > 1 && [...this.#routes.values()].some((reply) => reply.body.includes(pathname));
  }
}

function key(url: string): string {
  return url.replace(/#.*/, '');
}
