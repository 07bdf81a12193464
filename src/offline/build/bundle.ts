import { posix } from 'node:path';
import type { Site } from '../../model/index.ts';
import type { SiteFiles } from '../../assets/index.ts';
import { wordsFor } from '../../words/index.ts';
import { absoluteUrl } from '../../writers/index.ts';
import { edited, follow, offlinePage, type Site as Place } from './links.ts';
import { type Markup, readMarkup } from './markup.ts';
import { packSearch } from './search.ts';
import { surveySlug } from '../../view/index.ts';
import { zipInto } from './zip.ts';

const INDEX = 'pagefind/';
/** What has a use only on a web server or for a crawler; the search index goes into packs. */
const HOSTED_ONLY =
  /^(?:pagefind\/.*|download\/.*|editions\/[^/]+\/edition\.zip|sitemap[^/]*\.xml|robots\.txt|sw\.js|sw-files\.txt|[^/]+\.webmanifest|icons\/.*|offline\/.*|assets\/serviceWorker-[^/]+\.js)$/u;
/** Broken links a failing build prints. */
const PRINTED = 20;

/** `url("./math-AB12.woff2")`, `url(../a.svg)` */
const cssAddress = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)/gu;

export interface Bundle {
  /** Bytes of the archive. */
  length: number;
  /** Bytes of all files in it, decompressed. */
  bytes: number;
  /** Pages of the site that print the size of the archive, and where in them, by path. */
  sizes: ReadonlyMap<string, readonly number[]>;
}

/**
 * Packs a finished site for reading from disk.
 *
 * @param write takes the next bytes of the archive; they are of no use when this function throws
 * @throws when a link of a page or style sheet leads to nothing, or the search index cannot be packed
 */
export async function makeBundle(
  files: SiteFiles,
  site: Site,
  write: (bytes: Uint8Array) => void,
): Promise<Bundle> {
  const kept = files.paths.filter((path) => !HOSTED_ONLY.test(path));
  const links = new LinkCheck({
    files: new Set(kept),
    base: new URL(absoluteUrl(site, '/')).pathname,
  });
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const made = new Map<string, Uint8Array>([['README.txt', encoder.encode(readme(site))]]);
  for (const [path, bytes] of packSearch(await searchIndex(files))) {
    made.set(INDEX + path, bytes);
  }

  // Everything stands in one folder when the archive is extracted.
  const folder = surveySlug(site);
  let length = 0;
  let bytes = 0;
  const sizes = new Map<string, number[]>();
  const hosted = files.paths.filter((path) => HOSTED_ONLY.test(path) && path.endsWith('.html'));
  for (const path of hosted) {
    const markup = readMarkup(decoder.decode(await files.read(path)));
    if (markup.sizes.length > 0) sizes.set(path, markup.sizes);
  }
  const zip = zipInto((next) => {
    length += next.length;
    write(next);
  });
  for (const path of [...kept, ...made.keys()].sort()) {
    let content = made.get(path) ?? (await files.read(path));
    if (path.endsWith('.html')) {
      const html = decoder.decode(content);
      const markup = readMarkup(html);
      if (markup.sizes.length > 0) sizes.set(path, markup.sizes);
      content = encoder.encode(links.page(path, html, markup));
    } else if (path.endsWith('.css')) {
      links.styles(path, decoder.decode(content));
    }
    bytes += content.length;
    zip.add(posix.join(folder, path), content);
  }
  const broken = links.broken();
  if (broken.length > 0) throw new Error(brokenInWords(broken));
  zip.end();
  return { length, bytes, sizes };
}

/** A page of the site that prints the size of the archive in the survey's language: `2.4 MB`. */
export function sizedPage(
  html: string,
  places: readonly number[],
  length: number,
  { language }: Pick<Site, 'language'>,
): string {
  const text = wordsFor(language).bytes(length);
  return edited(
    html,
    places.map((at) => ({ start: at, end: at, text })),
  );
}

/** Links of all pages and style sheets; where in a page one leads is known when all pages have been seen. */
class LinkCheck {
  readonly #place: Place;
  readonly #broken: string[] = [];
  readonly #ids = new Map<string, Set<string>>();
  readonly #wanted = new Map<string, { page: string; file: string; fragment: string }>();

  constructor(place: Place) {
    this.#place = place;
  }

  /** The page as it reads from disk. */
  page(path: string, html: string, markup: Markup): string {
    const page = offlinePage(path, html, markup, this.#place);
    this.#ids.set(path, markup.ids);
    this.#broken.push(...page.broken.map((value) => `${path} -> ${value}`));
    for (const { file, fragment } of page.wanted) {
      const key = `${file}#${fragment}`;
      if (!this.#wanted.has(key)) this.#wanted.set(key, { page: path, file, fragment });
    }
    return page.html;
  }

  styles(path: string, css: string): void {
    for (const value of cssAddresses(css)) {
      if (!follow(value, path, this.#place)) this.#broken.push(`${path} -> ${value}`);
    }
  }

  /** `themes/index.html -> ../gone/` for every link that leads to nothing. */
  broken(): string[] {
    const fragments = [...this.#wanted].flatMap(([key, { page, file, fragment }]) => {
      // Fragments of files that are not pages, and of pages that name text instead of a place, have no id.
      const there = this.#ids.get(file)?.has(fragment) ?? true;
      return there || fragment === 'top' || fragment.startsWith(':~:') ? [] : `${page} -> ${key}`;
    });
    return [...this.#broken, ...fragments];
  }
}

/** Files of the search index by path below its folder. */
async function searchIndex({ paths, read }: SiteFiles): Promise<Map<string, Uint8Array>> {
  const index = new Map<string, Uint8Array>();
  for (const path of paths) {
    if (path.startsWith(INDEX)) index.set(path.slice(INDEX.length), await read(path));
  }
  return index;
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

/** What stands beside the pages for who opens the folder, in the survey's language. */
function readme(site: Site): string {
  const text = wordsFor(site.language).offline.readme({
    edition: site.edition,
    url: site.url,
    licence: `${site.licence.name}, ${site.licence.url}`,
  });
  return `${site.title}\n${'='.repeat([...site.title].length)}\n\n${text}`;
}
