import { resolve } from 'node:path';
import { build } from 'esbuild';
import { gunzipSync, gzipSync } from 'fflate';
import { z } from 'zod';
import { forBrowsers } from '../../assets/index.ts';
import { toWideText } from '../wide-text.ts';

/** What the engine takes for its own folder, so that its requests can be told apart. */
const FOLDER = 'packed:/';
/** Name the engine has among the globals of a page. */
const ENGINE = 'florilegiumSearch';
/** First bytes of every file of an index once it is decompressed; the engine takes such files as they are. */
const SIGNATURE = 'pagefind_dcd';
/** Bytes of decompressed fragments in a pack: some thirty papers, of which ten are shown at a time. */
const PACK_SIZE = 96 * 1024;

/** What stands in the engine's source and the packs depend on: its requests, its shortcut, its option. */
const EXPECTED = [
  /\bimport\.meta\.url\b/u,
  /\}pagefind-entry\.json`/u,
  /\}pagefind\.\$\{\w+\}\.pf_meta`/u,
  /\}wasm\.\$\{\w+\}\.pagefind`/u,
  /\}index\/\$\{\w+\}\.pf_index`/u,
  /\}filter\/\$\{\w+\}\.pf_filter`/u,
  /\}fragment\/\$\{\w+\}\.pf_fragment`/u,
  /"pagefind_dcd"/u,
  /\.noWorker\b/u,
];
/** Ways to load something that the packs do not serve. */
const UNEXPECTED = /\b(?:XMLHttpRequest|importScripts|EventSource|WebSocket)\b|\bimport\s*\(/u;

const entrySchema = z.looseObject({
  version: z.string(),
  languages: z.record(
    z.string(),
    z.looseObject({ hash: z.string(), wasm: z.string().nullable(), page_count: z.number() }),
  ),
});

/**
 * Turns the files of a Pagefind index into scripts that search from disk.
 *
 * `core.js` defines the engine as a global, `florilegiumSearch`, that reads the other scripts, packs of the index's own
 * files, as it needs them.
 *
 * @param index files by path below the index's folder: `pagefind.js`, `index/en_1c5283a.pf_index`
 * @returns scripts by path, `core.js` among them
 * @throws when the files are not those of the Pagefind this was written for
 */
export async function packSearch(
  index: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, Uint8Array>> {
  const source = engineOf(index);
  const start = startOf(index);
  const rest = [...index.keys()].sort().filter((path) => !start.has(path));
  const packs = new Map<string, Map<string, Uint8Array>>([['start', start]]);
  let fragments: Map<string, Uint8Array> | undefined;
  let room = 0;
  for (const path of rest) {
    if (path === 'pagefind.js' || /^wasm\.[^/]+\.pagefind$/u.test(path)) continue;
    const bytes = decompressed(path, index.get(path));
    if (/^index\/[^/]+\.pf_index$/u.test(path)) {
      packs.set(`index-${packs.size}`, new Map([[path, bytes]]));
    } else if (/^fragment\/[^/]+\.pf_fragment$/u.test(path)) {
      if (!fragments || bytes.length > room) {
        fragments = new Map();
        room = PACK_SIZE;
        packs.set(`papers-${packs.size}`, fragments);
      }
      fragments.set(path, bytes);
      room -= bytes.length;
    } else {
      throw unlike(`its index has a file ${path}`);
    }
  }

  const scripts = new Map<string, Uint8Array>();
  const packOf: Record<string, string> = {};
  for (const [name, files] of packs) {
    for (const path of files.keys()) packOf[path] = name;
    scripts.set(`${name}.js`, packScript(name, files));
  }
  scripts.set('core.js', await classicEngine(source, packOf));
  return scripts;
}

function unlike(what: string): Error {
  return new Error(
    `The offline bundle cannot pack this version of Pagefind: ${what}. Adapt src/offline/build/search.ts to it, or go back to the version in package-lock.json.`,
  );
}

/** The engine's source, which must ask for files the way the packs answer. */
function engineOf(index: ReadonlyMap<string, Uint8Array>): string {
  const bytes = index.get('pagefind.js');
  if (!bytes) throw unlike('its index has no pagefind.js');
  const source = new TextDecoder().decode(bytes);
  for (const expected of EXPECTED) {
    if (!expected.test(source)) throw unlike(`nothing in pagefind.js is like ${expected.source}`);
  }
  const unexpected = UNEXPECTED.exec(source);
  if (unexpected) throw unlike(`pagefind.js contains ${unexpected[0]}`);
  return source;
}

/** What every search needs: the entry, its language's metadata and WebAssembly, all filters. */
function startOf(index: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const entry = index.get('pagefind-entry.json');
  const read = entrySchema.safeParse(entry && JSON.parse(new TextDecoder().decode(entry)));
  if (!entry || !read.success) throw unlike('pagefind-entry.json has other fields');
  const [language, more] = Object.values(read.data.languages);
  if (!language || more) throw unlike('its index is not of one language');
  const paths = [
    `pagefind.${language.hash}.pf_meta`,
    `wasm.${language.wasm ?? 'unknown'}.pagefind`,
    ...[...index.keys()].filter((path) => /^filter\/[^/]+\.pf_filter$/u.test(path)).sort(),
  ];
  return new Map([
    ['pagefind-entry.json', entry],
    ...paths.map((path) => [path, decompressed(path, index.get(path))] as const),
  ]);
}

function decompressed(path: string, bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw unlike(`its index has no ${path}`);
  let plain: Uint8Array;
  try {
    plain = gunzipSync(bytes);
  } catch {
    throw unlike(`${path} is not compressed with gzip`);
  }
  const signature = new TextDecoder().decode(plain.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw unlike(`${path} does not begin with ${SIGNATURE}`);
  return plain;
}

/** One classic script of the engine and the `fetch` that reads packs. */
async function classicEngine(
  source: string,
  packOf: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const made = await build({
    ...forBrowsers,
    stdin: { contents: source, sourcefile: 'pagefind.js' },
    inject: [resolve(import.meta.dirname, '../browser/packed-fetch.entry.ts')],
    define: {
      'import.meta.url': JSON.stringify(`${FOLDER}pagefind.js`),
      FOLDER: JSON.stringify(FOLDER),
      PACKS: JSON.stringify(JSON.stringify(packOf)),
    },
    globalName: ENGINE,
    charset: 'utf8',
    metafile: true,
    logLevel: 'silent',
  });
  const [warning] = made.warnings;
  if (warning) throw unlike(`esbuild says “${warning.text}” of pagefind.js`);
  const [output] = Object.values(made.metafile.outputs);
  const [file] = made.outputFiles;
  if (!file || !output?.inputs['pagefind.js']) throw unlike('esbuild makes nothing of pagefind.js');
  const replaced = Object.keys(output.inputs).some((path) =>
    path.endsWith('packed-fetch.entry.ts'),
  );
  if (!replaced) throw unlike('pagefind.js calls no fetch');
  return file.contents;
}

/** `florilegiumPack("start",65536,"...")` in UTF-16, as its first character tells the browser. */
function packScript(name: string, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const table = [...files].map(([path, bytes]) => [path, bytes.length]);
  const parts = [new TextEncoder().encode(`${JSON.stringify(table)}\n`), ...files.values()];
  const content = gzipSync(concatenated(parts), { level: 9, mtime: 0 });
  const script = `\uFEFFflorilegiumPack(${JSON.stringify(name)},${content.length},"${toWideText(content)}")\n`;
  return Buffer.from(script, 'utf16le');
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
