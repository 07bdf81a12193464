/**
 * The `fetch` of an engine that runs from disk, where browsers load no data: files come in packs, which are scripts.
 *
 * Bundled with the engine into one classic script.
 */
import { loadScript } from '../../client/index.ts';
import { fromWideText } from '../wide-text.ts';

/** Pack of every file of the index, by path, as JSON: `{"index/en_1c5283a.pf_index":"index-3"}`. Set when the script is made. */
declare const PACKS: string;
/** What the engine takes for its own folder: `packed:/`. Set when the script is made. */
declare const FOLDER: string;

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const script = document.currentScript;
const folder = new URL('.', script instanceof HTMLScriptElement ? script.src : document.baseURI);
const packOf: Readonly<Record<string, string>> = JSON.parse(PACKS);
const packs = new Map<string, Promise<Files>>();
const arrived = new Map<string, Uint8Array<ArrayBuffer>>();

/** What every pack calls with its content. */
Object.assign(globalThis, {
  florilegiumPack: (name: string, length: number, text: string) => {
    arrived.set(name, fromWideText(text, length));
  },
});

/** Answers with a file of the index; 404 for a file it does not have. */
export async function fetch(address: string): Promise<Response> {
  const path = address.slice(FOLDER.length).replace(/\?.*$/u, '');
  const name = packOf[path];
  if (name === undefined) return new Response(null, { status: 404 });
  let pack = packs.get(name);
  if (!pack) {
    pack = load(name);
    packs.set(name, pack);
    pack.catch(() => packs.delete(name));
  }
  return new Response((await pack).get(path));
}

async function load(name: string): Promise<Files> {
  await loadScript(new URL(`${name}.js`, folder).href);
  const content = arrived.get(name);
  if (!content) throw new Error(`${name}.js holds no data`);
  arrived.delete(name);
  return unpack(await gunzip(content));
}

async function gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A pack is a line of JSON, `[["index/en_1c5283a.pf_index", 51200], ...]`, and then the files. */
function unpack(pack: Uint8Array<ArrayBuffer>): Files {
  const end = pack.indexOf(10);
  const table: [string, number][] = JSON.parse(new TextDecoder().decode(pack.subarray(0, end)));
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let at = end + 1;
  for (const [path, length] of table) {
    files.set(path, pack.subarray(at, at + length));
    at += length;
  }
  return files;
}
