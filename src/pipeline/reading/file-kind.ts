/** Stands for a byte that may be any. */
const ANY = -1;

/** The first bytes by which a kind of file is known that is no text, and what a person calls it. */
const KINDS: readonly [label: string, signature: readonly (number | string)[]][] = [
  ['PDF document', ['%PDF-']],
  ['ZIP archive, or a document of Word, Excel or OpenOffice', ['PK', 3, 4]],
  ['ZIP archive without files', ['PK', 5, 6]],
  [
    'document of an old Word, Excel or PowerPoint',
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  ],
  ['PNG image', [0x89, 'PNG', 13, 10, 26, 10]],
  ['JPEG image', [0xff, 0xd8, 0xff]],
  ['GIF image', ['GIF8']],
  ['TIFF image', ['II', 42, 0]],
  ['TIFF image', ['MM', 0, 42]],
  ['WebP image', ['RIFF', ANY, ANY, ANY, ANY, 'WEBP']],
  ['gzip archive', [0x1f, 0x8b, 8]],
  ['bzip2 archive', ['BZh']],
  ['xz archive', [0xfd, '7zXZ', 0]],
  ['7-Zip archive', ['7z', 0xbc, 0xaf, 0x27, 0x1c]],
  ['Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['RAR archive', ['Rar!', 26, 7]],
  ['SQLite database', ['SQLite format 3', 0]],
  ['RTF document', ['{\\rtf']],
  ['PostScript document', ['%!PS']],
  ['program', [0x7f, 'ELF']],
];

/** What a file is by its first bytes when it is one of the common kinds that are no text: `PDF document`. */
export function fileKind(bytes: Uint8Array): string | undefined {
  return KINDS.find(([, signature]) => begins(bytes, signature))?.[0];
}

function begins(bytes: Uint8Array, signature: readonly (number | string)[]): boolean {
  const wanted = signature.flatMap((part) =>
    typeof part === 'number' ? [part] : Array.from(part, (sign) => sign.charCodeAt(0)),
  );
  return wanted.every((byte, at) => byte === ANY || bytes[at] === byte);
}
