/**
 * A digest of a text: 64 bits as 16 hexadecimal digits. Two lanes of multiply and exclusive-or over code units, mixed at
 * the end as MurmurHash3 does. It tells a change by accident or by editing, not one made to deceive.
 */
export function digestOf(text: string): string {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0xcc9e2d51) ^ (b >>> 15);
  }
  return hex(mix(a ^ text.length)) + hex(mix(b ^ a));
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Eight hexadecimal digits of an unsigned 32-bit number. */
export function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/**
 * A 32-bit hash of a string, unsigned: FNV-1a over the octets of its UTF-16LE form. For names and sketches, not for
 * secrets.
 */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}
