import { type Zippable, zipSync } from 'fflate';

/** Most entries an end record of the original format can count (APPNOTE.TXT 4.4.21). */
const MOST_ENTRIES = 0xffff;
const END_LENGTH = 22;
const END64_LENGTH = 56;
const LOCATOR_LENGTH = 20;
/** A plain file everyone may read, its owner write: high half of the external attributes. */
const PLAIN_FILE = 0o100644 << 16;
const UNIX = 3;

/**
 * An archive of plain files: sorted, all of one date, no folders of their own and no links.
 *
 * Compressed by code, not by the machine's zlib, whose output differs between processors.
 *
 * @param files by path with forward slashes: `florilegium/index.html`
 * @throws when a path leads outside the archive's folder
 */
export function makeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  const names = [...files.keys()].sort();
  for (const name of names) {
    const parts = name.split('/');
    if (name.includes('\\') || parts.some((part) => ['', '.', '..'].includes(part))) {
      throw new Error(`${name} is no path inside an archive`);
    }
    const bytes = files.get(name) ?? new Uint8Array();
    entries[name] = [bytes, { level: bytes.length === 0 ? 0 : 9 }];
  }
  // The format's first day, in local time, as it is read back.
  const mtime = new Date(1980, 0, 1);
  const zip = zipSync(entries, { mtime, os: UNIX, attrs: PLAIN_FILE });
  return names.length < MOST_ENTRIES ? zip : withLargeCount(zip, names.length);
}

/** Adds the Zip64 end record and its locator (APPNOTE.TXT 4.3.14, 4.3.15), which count beyond 65,535 entries. */
function withLargeCount(zip: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  const end = zip.length - END_LENGTH;
  const result = new Uint8Array(zip.length + END64_LENGTH + LOCATOR_LENGTH);
  result.set(zip.subarray(0, end));
  result.set(zip.subarray(end), end + END64_LENGTH + LOCATOR_LENGTH);
  const view = new DataView(result.buffer);
  const old = end + END64_LENGTH + LOCATOR_LENGTH;
  view.setUint16(old + 8, MOST_ENTRIES, true);
  view.setUint16(old + 10, MOST_ENTRIES, true);

  view.setUint32(end, 0x06064b50, true);
  view.setBigUint64(end + 4, BigInt(END64_LENGTH - 12), true);
  view.setUint16(end + 12, 45, true);
  view.setUint16(end + 14, 45, true);
  view.setBigUint64(end + 24, BigInt(count), true);
  view.setBigUint64(end + 32, BigInt(count), true);
  view.setBigUint64(end + 40, BigInt(view.getUint32(old + 12, true)), true);
  view.setBigUint64(end + 48, BigInt(view.getUint32(old + 16, true)), true);

  const locator = end + END64_LENGTH;
  view.setUint32(locator, 0x07064b50, true);
  view.setBigUint64(locator + 8, BigInt(end), true);
  view.setUint32(locator + 16, 1, true);
  return result;
}
