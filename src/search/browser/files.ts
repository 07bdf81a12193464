import { loadScript } from '../../client/index.ts';
import { fromWideText } from '../../offline/browser/index.ts';
import { FOLDER, START } from '../contract.ts';

/**
 * Reads a file of the index, decompressed.
 *
 * @param path below the index's folder: `start.bin`
 * @throws when it cannot be loaded
 */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** First bytes of a file that is compressed; a server may have taken the compression off. */
const GZIP = [0x1f, 0x8b];

async function decompressed(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (GZIP.some((byte, at) => bytes[at] !== byte)) return bytes;
  // A blob's stream comes from another process of the browser, which takes milliseconds for each file.
  const stream = new Response(bytes).body?.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Reads from the server of the site. */
export function hostedFiles(root: URL): ReadFile {
  return async (path) => {
    // Names of all other files change with their content.
    const cache = path === START ? 'no-cache' : 'default';
    const response = await fetch(new URL(FOLDER + path, root), { cache });
    if (!response.ok) throw new Error(`${response.url} answers with ${response.status}`);
    return decompressed(new Uint8Array(await response.arrayBuffer()));
  };
}

const arrived = new Map<string, Uint8Array<ArrayBuffer>>();

/** Reads from the offline bundle, whose files are scripts: browsers load no data for a page opened from disk. */
export function packedFiles(root: URL): ReadFile {
  // What every such script calls with its content.
  Object.assign(globalThis, {
    florilegiumFile: (path: string, length: number, text: string) => {
      arrived.set(path, fromWideText(text, length));
    },
  });
  return async (path) => {
    const { href } = new URL(`${FOLDER}${path}.js`, root);
    await loadScript(href);
    const bytes = arrived.get(path);
    if (!bytes) throw new Error(`${href} holds no data`);
    arrived.delete(path);
    return decompressed(bytes);
  };
}
