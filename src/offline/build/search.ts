import { toWideText } from '../wide-text.ts';

/** First bytes of everything compressed with gzip. */
const GZIP = [0x1f, 0x8b];

/**
 * Turns the files of the search index into scripts, because browsers load no data for a page opened from disk.
 *
 * @param index files by path below the index's folder: `start.bin`
 * @returns scripts by path: `start.bin.js`
 * @throws when a file is not compressed, as all of them are
 */
export function packSearch(index: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const scripts = new Map<string, Uint8Array>();
  for (const path of [...index.keys()].sort()) {
    const bytes = index.get(path) ?? new Uint8Array();
    if (GZIP.some((byte, at) => bytes[at] !== byte)) {
      throw new Error(
        `The offline bundle cannot pack pagefind/${path}: it is not compressed with gzip. Its folder holds the files of src/search/build/search-index.ts and nothing else.`,
      );
    }
    scripts.set(`${path}.js`, script(path, bytes));
  }
  return scripts;
}

/** `florilegiumFile("start.bin",5160,"...")` in UTF-16, as its first character tells the browser. */
function script(path: string, bytes: Uint8Array): Uint8Array {
  const text = `\uFEFFflorilegiumFile(${JSON.stringify(path)},${bytes.length},"${toWideText(bytes)}")\n`;
  return Buffer.from(text, 'utf16le');
}
