/**
 * A 32-bit hash of a text. Its steps are those of FNV-1a, each over a UTF-16 code unit at once and not over its two
 * octets; the shipped weights stand at the numbers it gives.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Stirs a number into a hash; the order of the numbers matters. */
export function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x9e3779b1);
  h ^= h >>> 15;
  return Math.imul(h, 0x85ebca6b) >>> 0;
}
