import { getSeedBytes } from '../loaders/index.ts';
import { decodeSeed, type SeedText } from '../readers/index.ts';

const known = new Map<string, Promise<SeedText>>();

/** The published text of a seed, decoded as its reader saw it, once for a process. */
export function seedText(path: string): Promise<SeedText> {
  let text = known.get(path);
  if (!text) {
    text = getSeedBytes(path).then((bytes) => decodeSeed({ path, bytes }).text);
    known.set(path, text);
  }
  return text;
}
