import { crc32 } from 'node:zlib';
import { deflateSync, Zip, type ZipInputFile } from 'fflate';

/** Most entries an end record of the original format can count (APPNOTE.TXT 4.4.21). */
const MOST_ENTRIES = 0xffff;
const END_LENGTH = 22;
const END64_LENGTH = 56;
const LOCATOR_LENGTH = 20;
/** A plain file everyone may read, its owner write: high half of the external attributes. */
const PLAIN_FILE = 0o100644 << 16;
const UNIX = 3;
const DEFLATED = 8;
/** Pages of a survey grow no smaller above it, only slower to pack. */
const LEVEL = 6;
/** No bytes, deflated: setting up the compressor would be all the work. */
const NOTHING = Uint8Array.of(3, 0);

/** An archive in the making. */
export interface ZipWriter {
  /**
   * Adds a plain file.
   *
   * @param name path with forward slashes: `florilegium/index.html`
   * @throws when the path leads outside the archive's folder
   */
  add(name: string, bytes: Uint8Array): void;
  /** Writes the directory, after which nothing can be added. */
  end(): void;
}

/**
 * An archive of plain files, all of one date, no folders of their own and no links, written as the files come.
 *
 * Compressed by code, not by the machine's zlib, whose output differs between processors.
 *
 * @param write takes the next bytes of the archive
 */
export function zipInto(write: (bytes: Uint8Array) => void): ZipWriter {
  // The format's first day, in local time, as it is read back.
  const mtime = new Date(1980, 0, 1);
  let count = 0;
  let length = 0;
  const zip = new Zip((error, bytes, isLast) => {
    if (error) throw error;
    write(isLast && count >= MOST_ENTRIES ? withLargeCount(bytes, count, length) : bytes);
    length += bytes.length;
  });
  return {
    add(name, bytes) {
      const parts = name.split('/');
      if (name.includes('\\') || parts.some((part) => ['', '.', '..'].includes(part))) {
        throw new Error(`${name} is no path inside an archive`);
      }
      const file: ZipInputFile = {
        filename: name,
        size: bytes.length,
        crc: crc32(bytes),
        compression: DEFLATED,
        os: UNIX,
        attrs: PLAIN_FILE,
        mtime,
      };
      zip.add(file);
      count += 1;
      const packed = bytes.length === 0 ? NOTHING : deflateSync(bytes, { level: LEVEL });
      file.ondata?.(null, packed, true);
    },
    end() {
      zip.end();
    },
  };
}

/**
 * Adds the Zip64 end record and its locator (APPNOTE.TXT 4.3.14, 4.3.15), which count beyond 65,535 entries.
 *
 * @param directory with its end record, the last bytes of an archive
 * @param start of the directory in the archive
 */
function withLargeCount(directory: Uint8Array, count: number, start: number): Uint8Array {
  const end = directory.length - END_LENGTH;
  const result = new Uint8Array(directory.length + END64_LENGTH + LOCATOR_LENGTH);
  result.set(directory.subarray(0, end));
  result.set(directory.subarray(end), end + END64_LENGTH + LOCATOR_LENGTH);
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
  view.setBigUint64(locator + 8, BigInt(start + end), true);
  view.setUint32(locator + 16, 1, true);
  return result;
}
