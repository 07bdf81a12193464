/**
 * Pagefind's own files of words, read without its engine.
 *
 * They are CBOR (RFC 8949) of arrays, numbers and strings; the format is Pagefind 1.6's, which promises none, so the
 * build reads back every file that it publishes and fails when one does not hold what was put in.
 */

/** First bytes of every file of Pagefind once it is decompressed. */
const SIGNATURE = 'pagefind_dcd';

const decoder = new TextDecoder();

/** Numbers and strings in their order; the head of an array counts as a number, its length. */
class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  #next(): number {
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw new Error('A file of Pagefind ends too early.');
    this.at += 1;
    return byte;
  }

  number(): number {
    const head = this.#next();
    const size = head & 31;
    let value = size;
    if (size > 26) throw new Error(`A file of Pagefind has a head ${head} in an unknown form.`);
    if (size > 23) {
      value = 0;
      for (let left = 1 << (size - 24); left > 0; left -= 1) value = value * 256 + this.#next();
    }
    return head >> 5 === 1 ? -1 - value : value;
  }

  string(): string {
    const length = this.number();
    this.at += length;
    return decoder.decode(this.#bytes.subarray(this.at - length, this.at));
  }
}

/** Places of a word in one record, each with the weight of the part it is in. */
type Place = (record: number, weight: number, position: number) => void;

/** Weight of text that has none of its own, as Pagefind stores weights: times 24, with 1 more for this. */
const USUAL = 25;
/** What Pagefind multiplies weights with. */
const SCALE = 24;

/** Reads the records of a word, or passes over them. */
function readRecords(reader: Reader, place?: Place): void {
  let record = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    const parts = reader.number();
    record += reader.number();
    let weight = USUAL;
    let position = 0;
    for (let places = reader.number(); places > 0; places -= 1) {
      const value = reader.number();
      if (value < 0) {
        weight = -1 - value;
        position = 0;
        continue;
      }
      position += value;
      place?.(record, Math.floor(weight / SCALE), position);
    }
    // Places in metadata, of which the records have none.
    if (parts > 2) for (let more = reader.number(); more > 0; more -= 1) reader.number();
  }
}

/** A chunk of words of which each is read when it is asked for. */
export class WordChunk {
  readonly #bytes: Uint8Array;
  readonly #starts = new Map<string, number>();

  /**
   * @param bytes of a `.pf_index` file, decompressed
   * @throws when they are not what Pagefind 1.6 writes
   */
  constructor(bytes: Uint8Array) {
    if (decoder.decode(bytes.subarray(0, SIGNATURE.length)) !== SIGNATURE) {
      throw new Error(`A file of Pagefind does not begin with ${SIGNATURE}.`);
    }
    this.#bytes = bytes;
    const reader = new Reader(bytes, SIGNATURE.length);
    reader.number();
    for (let left = reader.number(); left > 0; left -= 1) {
      const parts = reader.number();
      const key = reader.string();
      this.#starts.set(key, reader.at);
      readRecords(reader);
      if (parts < 3) continue;
      // Spellings with accents, of which the keys have none.
      for (let more = reader.number(); more > 0; more -= 1) {
        reader.number();
        reader.string();
        readRecords(reader);
      }
    }
  }

  /** Every word of the chunk, in its order. */
  get keys(): IterableIterator<string> {
    return this.#starts.keys();
  }

  /** Tells every place of a word; nothing for one that the chunk does not hold. */
  read(key: string, place: Place): void {
    const start = this.#starts.get(key);
    if (start !== undefined) readRecords(new Reader(this.#bytes, start), place);
  }
}
