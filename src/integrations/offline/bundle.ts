import { posix } from 'node:path';
import type { Site } from '../../model/index.ts';
import { edited, follow, offlinePage } from './links.ts';
import { readMarkup } from './markup.ts';
import { packSearch } from './search.ts';
import { makeZip } from './zip.ts';

/** Folder everything stands in when the archive is extracted. */
const FOLDER = 'florilegium';
const INDEX = 'pagefind/';
/** What has a use only on a web server or for a crawler; the search index goes into packs. */
const HOSTED_ONLY =
  /^(?:pagefind\/.*|download\/.*|sitemap[^/]*\.xml|robots\.txt|sw\.js|sw-files\.txt|[^/]+\.webmanifest|icons\/.*|offline\/.*|assets\/serviceWorker-[^/]+\.js)$/u;
/** Broken links a failing build prints. */
const PRINTED = 20;

/** `url("./math-AB12.woff2")`, `url(../a.svg)` */
const cssAddress = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)/gu;

export interface Bundle {
  zip: Uint8Array<ArrayBuffer>;
  /** Bytes of all files in the archive, decompressed. */
  bytes: number;
  /** Pages that print the size of the archive, with it filled in, by path. */
  sized: Map<string, string>;
}

/**
 * Packs a finished site for reading from disk.
 *
 * @param files of the site by path with forward slashes: `papers/index.html`
 * @throws when a link of a page or style sheet leads to nothing, or the search index cannot be packed
 */
export async function makeBundle(
  files: ReadonlyMap<string, Uint8Array>,
  site: Site,
): Promise<Bundle> {
  const kept = [...files].filter(([path]) => !HOSTED_ONLY.test(path));
  const place = { files: new Set(kept.map(([path]) => path)), base: basePath(site) };
  const packed = new Map<string, Uint8Array>();
  const broken: string[] = [];
  const sizes = new Map<string, number[]>();
  const ids = new Map<string, Set<string>>();
  const wanted = new Map<string, { page: string; file: string; fragment: string }>();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  for (const [path, bytes] of files) {
    if (!HOSTED_ONLY.test(path) || !path.endsWith('.html')) continue;
    const { sizes: places } = readMarkup(decoder.decode(bytes));
    if (places.length > 0) sizes.set(path, places);
  }
  for (const [path, bytes] of kept) {
    if (path.endsWith('.html')) {
      const html = decoder.decode(bytes);
      const markup = readMarkup(html);
      const page = offlinePage(path, html, markup, place);
      packed.set(path, encoder.encode(page.html));
      ids.set(path, markup.ids);
      if (markup.sizes.length > 0) sizes.set(path, markup.sizes);
      broken.push(...page.broken.map((value) => `${path} -> ${value}`));
      for (const { file, fragment } of page.wanted) {
        const key = `${file}#${fragment}`;
        if (!wanted.has(key)) wanted.set(key, { page: path, file, fragment });
      }
    } else {
      packed.set(path, bytes);
      if (path.endsWith('.css')) {
        for (const value of cssAddresses(decoder.decode(bytes))) {
          if (!follow(value, path, place)) broken.push(`${path} -> ${value}`);
        }
      }
    }
  }
  for (const [key, { page, file, fragment }] of wanted) {
    // Fragments of files that are not pages, and of pages that name text instead of a place, have no id.
    const there = ids.get(file)?.has(fragment) ?? true;
    if (!there && fragment !== 'top' && !fragment.startsWith(':~:'))
      broken.push(`${page} -> ${key}`);
  }
  if (broken.length > 0) throw new Error(brokenInWords(broken));

  const index = new Map(
    [...files]
      .filter(([path]) => path.startsWith(INDEX))
      .map(([path, bytes]) => [path.slice(INDEX.length), bytes]),
  );
  for (const [path, bytes] of await packSearch(index)) packed.set(INDEX + path, bytes);
  packed.set('README.txt', encoder.encode(readme(site)));

  const zip = makeZip(
    new Map([...packed].map(([path, bytes]) => [posix.join(FOLDER, path), bytes])),
  );
  let bytes = 0;
  for (const { length } of packed.values()) bytes += length;
  const size = sizeInWords(zip.length);
  const sized = new Map(
    [...sizes].map(([path, places]) => {
      const edits = places.map((at) => ({ start: at, end: at, text: size }));
      return [path, edited(decoder.decode(files.get(path)), edits)];
    }),
  );
  return { zip, bytes, sized };
}

/** `/survey/` for `https://example.org/survey`. */
function basePath(site: Site): string {
  const { pathname } = new URL(site.url);
  return pathname.endsWith('/') ? pathname : `${pathname}/`;
}

function cssAddresses(css: string): string[] {
  return [...css.matchAll(cssAddress)]
    .map(([, double, single, bare]) => double ?? single ?? bare ?? '')
    .filter((value) => !/^(?:[a-z]+:|#|$)/iu.test(value));
}

function brokenInWords(broken: readonly string[]): string {
  const more = broken.length - PRINTED;
  return [
    `${broken.length === 1 ? 'A link leads' : `${broken.length} links lead`} to nothing; the offline bundle was not made:`,
    ...broken.slice(0, PRINTED).map((each) => `  ${each}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ].join('\n');
}

/** `640 kB`, `2.4 MB` */
export function sizeInWords(bytes: number): string {
  return bytes < 999_500
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function readme(site: Site): string {
  const edition = site.edition ? `Edition: ${site.edition}\n` : '';
  return `${site.title}
${'='.repeat([...site.title].length)}

This folder holds the whole survey for reading without a network.
Open index.html in a web browser. Search, themes, sources and exports work from here.

If the pages look bare or the search finds no index, the folder is still inside the zip file: extract all of it first.
Keep the files together; the folder itself can be renamed, moved, or stand on a read-only disk.

${edition}Public address: ${site.url}
Licence of the survey's own text: ${site.licence.name}, ${site.licence.url}
Abstracts belong to their authors.
The data stand in the folder data/: JSON, BibTeX, RIS and CSL JSON.
`;
}
