import { escapeHtml } from '../../text/index.ts';
import type { Markup, Stretch } from './markup.ts';

/** A site as it was written. */
export interface Site {
  /** Paths of all files: `papers/arxiv-2507.17249/index.html`. */
  files: ReadonlySet<string>;
  /** Path of the public address, where addresses such as `/survey/papers/` begin: `/survey/`. */
  base: string;
}

/** Where an address inside the site leads. */
export interface Destination {
  /** `themes/pruning/index.html` */
  file: string;
  /** Id of the place in the file, without `#`; empty for the whole. */
  fragment: string;
  /** The address written so that it names the file from disk: `../themes/pruning/index.html#papers`. */
  address: string;
}

export interface OfflinePage {
  html: string;
  /** Addresses that lead to no file. */
  broken: string[];
  /** Places in files that addresses lead to. */
  wanted: Destination[];
}

/** A stretch of text and what takes its place. */
interface Edit extends Stretch {
  text: string;
}

/** Any host does: addresses are resolved against it and it never appears in the result. */
const HOST = 'http://bundle.invalid/';

/** `https://example.org/`, `mailto:a@b.c`, `//cdn.example/` */
const outside = /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu;

/** What a browser shows that got the page without its style sheets, which hide the sentence. */
const UNPACK = `<p class="unpack"><strong>This page was opened inside the zip file.</strong> Extract the whole folder first, then open index.html in it.</p>`;

/**
 * A page whose links name real files, without what only a web server can give. Everything else keeps its bytes.
 *
 * @param path of the page's file: `papers/arxiv-2507.17249/index.html`
 */
export function offlinePage(path: string, html: string, markup: Markup, site: Site): OfflinePage {
  const edits: Edit[] = markup.online.map((stretch) => ({ ...stretch, text: '' }));
  edits.push({ start: markup.body, end: markup.body, text: UNPACK });
  const broken: string[] = [];
  const wanted: Destination[] = [];
  for (const { start, end, attribute, lead, value } of markup.addresses) {
    if (outside.test(value)) continue;
    const destination = follow(value, path, site);
    if (!destination) {
      broken.push(value);
      continue;
    }
    if (destination.fragment !== '') wanted.push(destination);
    if (destination.address !== value) {
      edits.push({
        start,
        end,
        text: `${attribute}="${escapeHtml(lead + destination.address)}"`,
      });
    }
  }
  return { html: edited(html, edits), broken, wanted };
}

/** Text with edits applied, which must not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/**
 * Where an address on a page leads.
 *
 * @param value as the page writes it, without scheme and host
 * @param page path of the page's file
 * @returns null when there is no such file
 */
export function follow(value: string, page: string, site: Site): Destination | null {
  const split = value.search(/[?#]/u);
  const path = split < 0 ? value : value.slice(0, split);
  const rest = split < 0 ? '' : value.slice(split);
  const hash = rest.indexOf('#');
  const fragment = hash < 0 ? '' : decoded(rest.slice(hash + 1));
  if (fragment === null) return null;
  if (path === '') return { file: page, fragment, address: value };

  const isAbsolute = path.startsWith('/');
  if (isAbsolute && !path.startsWith(site.base)) return null;
  const target = decoded(
    isAbsolute
      ? path.slice(site.base.length)
      : new URL(path, HOST + encodePath(page)).pathname.slice(1),
  );
  if (target === null) return null;
  const named = [target, `${target}index.html`, `${target}/index.html`];
  const file = named.find((each) => site.files.has(each));
  if (file === undefined) return null;
  const written = isAbsolute ? relative(page, file) : path;
  const missing =
    isAbsolute || file === target ? '' : path.endsWith('/') ? 'index.html' : '/index.html';
  return { file, fragment, address: written + missing + rest };
}

/** `themes/a/index.html` from `papers/b/index.html`: `../../themes/a/index.html`, percent-encoded. */
function relative(from: string, to: string): string {
  return '../'.repeat(from.split('/').length - 1) + encodePath(to);
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
