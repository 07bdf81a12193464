import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { parseRIS } from 'biblatex-csl-converter';
import { XmlDocument } from 'libxml2-wasm';
import papaparse from 'papaparse';

/** How often each format's records are found in a file by a program that is not ours, or why it reads none. */
const READERS: Readonly<Record<string, (text: string) => number>> = {
  bib(text) {
    const { entries, errors } = parseBibtex(text, { raw: true });
    if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
    return entries.length;
  },
  ris(text) {
    const { entries, errors } = parseRIS(text);
    if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
    return Object.keys(entries).length;
  },
  json(text) {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.length : 1;
  },
  jsonl: (text) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line): unknown => JSON.parse(line)).length,
  csv(text) {
    const { data, errors } = papaparse.parse(text, { header: true, skipEmptyLines: true });
    if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
    return data.length;
  },
  xml(text) {
    XmlDocument.fromString(text).dispose();
    return 1;
  },
};

/** The extensions of files that another program than ours reads: `ris`. */
export const extensionsRead = Object.keys(READERS);

/**
 * The number of records that another program finds in a file.
 *
 * @param extension without the dot: `ris`, `biblatex.bib`
 * @throws when the file is not well formed, or no program is known that reads it
 */
export function recordsIn(extension: string, text: string): number {
  const read = READERS[extension.split('.').at(-1) ?? ''];
  if (read === undefined) throw new Error(`nobody is known to read .${extension}`);
  return read(text);
}
