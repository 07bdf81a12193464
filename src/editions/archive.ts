import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { editionNameSchema, type Work } from '../model/index.ts';
import { zipInto } from '../offline/index.ts';
import { surveySlug } from '../view/index.ts';
import { toCslItem } from '../writers/index.ts';
import { copyPage, type Copied } from './copy-page.ts';
import { copyStyle } from './style.ts';

/** Name of the file in an archive that says what is in it. */
const MANIFEST = 'edition.json';

const fileName = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/u, 'the name of a file');

/** `edition.json` in the archive of an edition. */
const manifestSchema = z.strictObject({
  format: z.literal('florilegium edition'),
  version: z.literal(1),
  edition: editionNameSchema,
  title: z.string(),
  url: z.string(),
  papers: z.int().nonnegative(),
  /** SHA-256 of each of the other files, by name. */
  files: z.record(fileName, z.string().regex(/^[0-9a-f]{64}$/u)),
});

/** The archive of an edition, read. */
export interface EditionArchive {
  /** Name of the edition: `2026-11`. */
  edition: string;
  papers: number;
  /** The bytes of the archive itself. */
  archive: Uint8Array;
  /** Bytes of its files, by name; all stand side by side. */
  files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The survey as it is, in one archive that needs nothing else: a page to be opened from disk, its style sheet, the papers
 * as records of CSL JSON, and digests of these. The same survey gives the same bytes.
 */
export function packEdition(copied: Copied, edition: string): Uint8Array {
  const { survey } = copied;
  const encoder = new TextEncoder();
  const files = new Map([
    ['index.html', encoder.encode(copyPage(copied, edition))],
    ['papers.json', encoder.encode(`${JSON.stringify(survey.works.map(bareItem))}\n`)],
    ['style.css', encoder.encode(copyStyle)],
  ]);
  const manifest: z.infer<typeof manifestSchema> = {
    format: 'florilegium edition',
    version: 1,
    edition,
    title: survey.site.title,
    url: survey.site.url,
    papers: survey.works.length,
    files: Object.fromEntries(Array.from(files, ([name, bytes]) => [name, sha256(bytes)])),
  };
  files.set(MANIFEST, encoder.encode(`${JSON.stringify(manifest, null, 1)}\n`));
  const pieces: Uint8Array[] = [];
  const zip = zipInto((bytes) => pieces.push(bytes));
  // Everything stands in one folder when the archive is extracted.
  const folder = `${surveySlug(survey.site)}-${edition}`;
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    zip.add(`${folder}/${name}`, bytes);
  zip.end();
  return Buffer.concat(pieces);
}

/**
 * Reads what {@link packEdition} packed, of this version of the program or an earlier one.
 *
 * @throws Error when it is no such archive, of another edition, or its files are not those it was made with
 */
export function unpackEdition(archive: Uint8Array, edition: string): EditionArchive {
  const files = new Map(
    Object.entries(unzipSync(archive)).map(([path, bytes]) => [
      path.slice(path.lastIndexOf('/') + 1),
      bytes,
    ]),
  );
  const text = files.get(MANIFEST);
  if (text === undefined) throw new Error(`there is no ${MANIFEST} in it`);
  const manifest = manifestSchema.parse(JSON.parse(new TextDecoder().decode(text)));
  if (manifest.edition !== edition) throw new Error(`it holds the edition ${manifest.edition}`);
  const names = Object.keys(manifest.files);
  const changed = names.filter((name) => {
    const bytes = files.get(name);
    return bytes === undefined || sha256(bytes) !== manifest.files[name];
  });
  if (changed.length > 0 || files.size !== names.length + 1)
    throw new Error(`it is not as it was released: ${changed.join(', ') || 'it has other files'}`);
  return { edition, papers: manifest.papers, archive, files };
}

/** A paper as a record of CSL JSON; the abstract stands on the page. */
function bareItem(work: Work): object {
  const { abstract: _, ...item } = toCslItem(work);
  return item;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
