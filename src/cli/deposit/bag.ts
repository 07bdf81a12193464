import { createHash } from 'node:crypto';
import type { DepositedFile } from './metadata.ts';

/**
 * The files of a bag after BagIt 1.0 (RFC 8493) with a payload, by path: the payload below `data/`, the digests of it, and
 * those of the other files.
 */
export function bagOf(
  payload: readonly Pick<DepositedFile, 'path' | 'bytes'>[],
  info: Readonly<Record<string, string>>,
): Map<string, Uint8Array> {
  const encoder = new TextEncoder();
  const bytes = payload.reduce((sum, file) => sum + file.bytes.length, 0);
  const described = { ...info, 'Payload-Oxum': `${bytes}.${payload.length}` };
  const data = new Map(payload.map((file) => [`data/${file.path}`, file.bytes]));
  const tags = new Map(
    Object.entries({
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'bag-info.txt': Object.entries(described)
        .map(([label, value]) => `${label}: ${value.replaceAll(/\s+/gu, ' ')}\n`)
        .join(''),
      'manifest-sha256.txt': manifest(data),
    }).map(([path, text]) => [path, encoder.encode(text)]),
  );
  return new Map([...data, ...tags, ['tagmanifest-sha256.txt', encoder.encode(manifest(tags))]]);
}

/** A line a file; the three characters that would end a path too early are written as RFC 8493 has it. */
function manifest(files: ReadonlyMap<string, Uint8Array>): string {
  const escaped = (path: string) => path.replaceAll(/[%\n\r]/gu, encodeURIComponent);
  return [...files]
    .map(
      ([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${escaped(path)}\n`,
    )
    .sort((a, b) => (a.slice(64) < b.slice(64) ? -1 : 1))
    .join('');
}
