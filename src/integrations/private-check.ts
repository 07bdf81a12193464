import { Buffer } from 'node:buffer';
import { existsSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { Unzip, UnzipInflate } from 'fflate';
import { siteFiles } from '../assets/index.ts';
import { getSeedBytes, surveyFolders } from '../loaders/index.ts';
import type { Survey } from '../model/index.ts';
import { decodeSeed, type SeedText } from '../readers/index.ts';
import { onFinishedSite } from './finished-site.ts';
import { type Leak, leakFinder, type LeakFinder } from './secrets.ts';

/** Files that hold no text. */
const NO_TEXT = /\.(?:png|jpe?g|ico|webp|avif|woff2?|ttf|wasm)$/i;

/** What people write for a survey. */
const WRITTEN = /\.(?:ya?ml|mdx?)$/i;

/** Places that a message names one by one. */
const NAMED = 10;

/**
 * Stops a build that would publish something of a seed that is withheld: a second look at all that is written, also
 * inside of archives and compressed files, that trusts nothing before it.
 */
export function privateCheck(): AstroIntegration {
  return onFinishedSite('private-check', 'Private check', async (root, survey) => {
    const places = survey.seeds.reduce((sum, { withheld }) => sum + withheld.length, 0);
    if (places === 0) return 'nothing in the seeds is private';
    const find = await finderFor(survey);
    const leaks: string[] = [];
    const { paths, read } = await siteFiles(root);
    for (const path of paths) {
      if (NO_TEXT.test(path)) continue;
      for (const [name, bytes] of contentsOf(path, await read(path))) {
        leaks.push(...leaksIn(name, bytes, find).map((leak) => inWords(name, leak)));
      }
    }
    if (leaks.length > 0) throw new Error(refusal(leaks));
    return `${places} withheld places of the seeds stand nowhere in ${paths.length} files`;
  });
}

async function finderFor(survey: Survey): Promise<LeakFinder> {
  const { content } = surveyFolders();
  const texts = new Map<string, SeedText>();
  for (const { path } of survey.seeds) {
    texts.set(path, decodeSeed({ path, bytes: await getSeedBytes(path) }).text);
  }
  const written: string[] = [];
  // A survey need not have a content folder.
  const files = existsSync(content) ? await siteFiles(content) : undefined;
  for (const path of files?.paths ?? []) {
    if (WRITTEN.test(path)) written.push(new TextDecoder().decode(await files?.read(path)));
  }
  return leakFinder(
    survey.seeds,
    (path, start) => texts.get(path)?.lines({ start, end: start + 1 }) ?? [1, 1],
    written.join('\n'),
    Array.from(texts.values(), ({ text }) => text).join('\n'),
  );
}

function leaksIn(name: string, bytes: Uint8Array, find: LeakFinder): Leak[] {
  return NO_TEXT.test(name) ? [] : find(new TextDecoder().decode(bytes));
}

/** A file; of a compressed one what is in it, of an archive each of its files. */
function* contentsOf(path: string, bytes: Uint8Array): Generator<[name: string, Uint8Array]> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) yield [path, gunzipSync(bytes)];
  else if (path.endsWith('.zip')) yield* filesOfZip(path, bytes);
  else yield [path, bytes];
}

function* filesOfZip(path: string, zip: Uint8Array): Generator<[name: string, Uint8Array]> {
  let finished: [name: string, Uint8Array][] = [];
  const unzip = new Unzip((file) => {
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, isLast) => {
      if (error) throw error;
      pieces.push(piece);
      if (isLast) finished.push([`${path}/${file.name}`, Buffer.concat(pieces)]);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  // A piece at a time, so that the files of a large archive are never all there at once.
  for (let at = 0; at < zip.length; at += PIECE) {
    unzip.push(zip.subarray(at, at + PIECE), at + PIECE >= zip.length);
    yield* finished;
    finished = [];
  }
}

const PIECE = 1 << 20;

function inWords(name: string, { seed, lines }: Leak): string {
  return `${name} says what is withheld of seeds/${seed}, line ${lines[0]}`;
}

function refusal(leaks: readonly string[]): string {
  const more = leaks.length > NAMED ? ` and ${leaks.length - NAMED} more places` : '';
  return `Something private would be published: ${leaks.slice(0, NAMED).join('; ')}${more}. Take it out of the seed, or name its field under "publish" in content/site.yaml if everybody may read it; then report the place, for nothing withheld should have come that far.`;
}
