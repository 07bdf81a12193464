import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** A static host for one folder. */
export interface Host {
  /** Address of the folder, with the base path and a slash at the end: `http://127.0.0.1:40123/survey/`. */
  url: string;
  /** The folder that is served; another one is served from the next request on. */
  folder: string;
  /** Told of every request, by path below `url`; it is answered with the status this returns, if any. */
  onRequest?: (path: string) => number | undefined;
  close(): Promise<void>;
}

/**
 * Serves a folder as a plain static host does: `index.html` for folders, a redirect to the final slash, `404.html`.
 *
 * @param base path under which the folder stands, with slashes at both ends: `/` or `/survey/`
 */
export async function serve(folder: string, base = '/'): Promise<Host> {
  const host: Host = {
    url: '',
    folder,
    close: () =>
      new Promise((done, fail) => {
        server.closeAllConnections();
        server.close((error) => (error ? fail(error) : done()));
      }),
  };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const status = host.onRequest?.(pathname.slice(base.length));
    if (status !== undefined) {
      response.writeHead(status).end();
      return;
    }
    const send = async (status: number, file: string) => {
      const body = await readFile(file);
      response.writeHead(status, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
      });
      response.end(body);
    };
    try {
      if (!pathname.startsWith(base)) throw new Error('outside the base path');
      const path = normalize(decodeURIComponent(pathname.slice(base.length)));
      if (path.startsWith('..')) throw new Error('outside the folder');
      const file = join(host.folder, path);
      if (!(await stat(file)).isDirectory()) await send(200, file);
      else if (pathname.endsWith('/')) await send(200, join(file, 'index.html'));
      else response.writeHead(301, { location: `${pathname}/` }).end();
    } catch {
      await send(404, join(host.folder, '404.html')).catch(() => response.writeHead(404).end());
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  host.url = `http://127.0.0.1:${address.port}${base}`;
  return host;
}
