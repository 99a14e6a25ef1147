/** A proxy that lets nothing through, and remembers who wanted out: pages, background and browser alike. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Browsers call home by themselves. */
const browsersOwn =
  /(^|\.)(services\.mozilla\.com|cdn\.mozilla\.net|detectportal\.firefox\.com|aus5\.mozilla\.org|gvt1\.com)$|^(clients\d|accounts|android\.clients|www|redirector)\.google\.com$|\.googleapis\.com$/;

export interface Wall {
  port: number;
  /** Hosts that somebody tried to reach through it. */
  hosts: string[];
  close(): void;
}

export async function buildWall(): Promise<Wall> {
  const hosts: string[] = [];
  const note = (host: string) => {
    if (!browsersOwn.test(host)) hosts.push(host);
  };
  const server = createServer((request, response) => {
    note(new URL(request.url ?? '/', 'http://unknown').hostname);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    note((request.url ?? '').replace(/:\d+$/, ''));
    // The browser may hang up first.
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
