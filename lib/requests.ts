/**
 * The one door to anybody outside: nothing else in Papergloss asks anybody for anything. It asks only whom the user has
 * allowed, and writes down what it asks before it does. scripts/lint/one-door.grit holds the rest to it.
 */
import { logAnswer, logRequest, type Purpose } from './request-log';
import { ServiceFailure } from './services/failure';
import { baseOf, isAllowed, type ServiceName } from './services/hosts';

export interface Request {
  to: ServiceName;
  purpose: Purpose;
  /** From the service's address on: `/works?filter=…`. */
  path: `/${string}`;
  headers?: Record<string, string>;
  /** With one it is a POST. */
  body?: string;
  signal?: AbortSignal;
}

/** Milliseconds after which nobody answers any more. Browsers end a background that waits longer. */
const patience = 25_000;

/** Asks; resolves to the answer, whatever its status. */
export async function request({ to, purpose, path, headers, body, signal }: Request): Promise<Response> {
  if (!(await isAllowed(to))) throw new ServiceFailure('notAllowed');
  const url = baseOf[to] + path;
  const method = body === undefined ? 'GET' : 'POST';
  const id = crypto.randomUUID();
  await logRequest({ id, at: Date.now(), to, purpose, method, url, ...(body !== undefined && { sent: body }) });
  try {
    const response = await fetch(url, {
      method,
      ...(headers && { headers }),
      ...(body !== undefined && { body }),
      signal: AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])]),
      // It goes where the log says, and says no more than that.
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    await logAnswer(id, response.status);
    return response;
  } catch (error) {
    await logAnswer(id, 0);
    if (signal?.aborted) throw error;
    throw new ServiceFailure(to === 'zotero' ? 'zoteroNotRunning' : 'noAnswer', String(error));
  }
}
