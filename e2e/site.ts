import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** The site's answer for a path, in place of the built file. */
export type Answer = (response: ServerResponse) => void | Promise<void>;

export interface Site {
  /** The address of the page: in a folder, as on a server that has other pages too. */
  readonly address: string;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.zip': 'application/zip',
};

const FOLDER = '/tools/sigma/';

/** Serves the built page under a folder, with the answers of a self-hoster beside it; its files have these `headers`, too. */
export async function serve(
  own: Readonly<Record<string, Answer | null>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    const name = path.startsWith(FOLDER) ? path.slice(FOLDER.length) || 'index.html' : '';
    const answer = own[name];
    try {
      if (answer) await answer(response);
      else if (name === '' || answer === null) throw new Error('absent');
      else {
        const body = await readFile(join('dist', normalize(`/${name}`)));
        response.writeHead(200, {
          'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
          ...headers,
        });
        response.end(body);
      }
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${FOLDER}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** An answer that is sent at once. */
export function file(body: string | Buffer, type: string): Answer {
  return (response) => {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
    response.end(body);
  };
}
