import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type {
  CitableState,
  PublishedSource,
  Seed,
  SeedReading,
  SourceState,
} from '../../model/index.ts';
import { decodeSeed, withoutWithheld } from '../../readers/index.ts';
import { hash32, hex } from '../hashes.ts';
import { sourceNames } from './source-names.ts';

/** Digits of the hash of a line. */
const markLength = 8;

/** The sources as they are published, in order of path: their addresses, digests and a hash of each line. */
export function publishedSources(
  seeds: readonly Seed[],
  readings: readonly SeedReading[],
): PublishedSource[] {
  const bytesOf = new Map(seeds.map(({ path, bytes }) => [path, bytes]));
  const names = sourceNames(readings.map(({ path }) => path));
  return readings.map(({ path, account, lineCount }) => {
    const bytes = withoutWithheld(bytesOf.get(path) ?? new Uint8Array(), account.parts);
    return {
      path,
      address: `sources/${names.get(path) ?? path}`,
      digest: bytesToHex(sha256(bytes)),
      lines: lineCount,
      // What was not read as text has no lines, and may be large.
      marks: lineCount === 0 ? '' : marksOf(path, bytes),
    };
  });
}

function marksOf(path: string, bytes: Uint8Array): string {
  const { text } = decodeSeed({ path, bytes });
  return text.lineStarts
    .map((start, index) =>
      hex(
        hash32(text.slice({ start, end: text.lineStarts[index + 1] ?? text.byteLength }).trimEnd()),
      ),
    )
    .join('');
}

function linesOf(marks: string): string[] {
  return Array.from({ length: marks.length / markLength }, (_, index) =>
    marks.slice(index * markLength, (index + 1) * markLength),
  );
}

/**
 * Where the lines of one state of a text are in another: by line, from 0, its line from 1, or 0 for one that is gone. A
 * line that stands once in both is itself, wherever it moved; the lines around it follow it as far as they are equal.
 */
export function followLines(before: string, after: string): number[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const [oldPlaces, nowPlaces] = [soleLines(old), soleLines(now)];
  const places = old.map((mark, index) =>
    oldPlaces.get(mark) === index ? (nowPlaces.get(mark) ?? -1) : -1,
  );
  const taken = new Set(places);
  const follow = (index: number, place: number) => {
    if (places[index] !== -1 || taken.has(place) || old[index] !== now[place]) return;
    places[index] = place;
    taken.add(place);
  };
  const last = { old: old.length, now: now.length };
  for (let at = 0; at < old.length; at += 1) follow(at, at === 0 ? 0 : besides(places[at - 1], 1));
  for (let at = old.length - 1; at >= 0; at -= 1)
    follow(at, at === last.old - 1 ? last.now - 1 : besides(places[at + 1], -1));
  return places.map((place) => place + 1);
}

/** The place beside another; of none, no place. */
const besides = (place: number | undefined, step: number) =>
  place === undefined || place < 0 ? -2 : place + step;

/** Places of the lines that stand once. */
function soleLines(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const often = new Set<string>();
  lines.forEach((line, index) => {
    if (places.has(line)) often.add(line);
    places.set(line, index);
  });
  for (const line of often) places.delete(line);
  return places;
}

/** Stretches of lines that moved together: `[14, 16, 3]` for lines 14 to 16 that are 16 to 18. */
export function runsOf(lines: readonly number[]): [number, number, number][] {
  const runs: [number, number, number][] = [];
  lines.forEach((line, index) => {
    if (line === 0) return;
    const last = runs.at(-1);
    if (last !== undefined && index + 1 === last[0] + last[2] && line === last[1] + last[2])
      last[2] += 1;
    else runs.push([index + 1, line, 1]);
  });
  return runs;
}

/** By line of a state, from 0, its line in the last released state of its source. */
function linesInLast({ lines, runs }: SourceState): number[] {
  const places = new Array<number>(lines).fill(0);
  if (runs === undefined) return places.map((_, index) => index + 1);
  for (const [from, to, length] of runs)
    for (let step = 0; step < length; step += 1) places[from - 1 + step] = to + step;
  return places;
}

/** The state's lines in a text of now, by way of the last released state of its source. */
export function linesNow(state: SourceState, last: SourceState, marks: string): number[] {
  const now = followLines(last.marks ?? '', marks);
  return linesInLast(state).map((line) => (line === 0 ? 0 : (now[line - 1] ?? 0)));
}

/** The state that was released last of the source of each state. */
export function lastStates(states: readonly SourceState[]): ReadonlyMap<string, SourceState> {
  return new Map(
    states.flatMap((state) => (state.marks === undefined ? [] : [[state.source, state] as const])),
  );
}

/**
 * Every state of a source that can be cited: those of now, and those released, with where their lines are now.
 *
 * @param currentOf the source that stands for a released address now
 */
export function citableStates(
  sources: readonly PublishedSource[],
  released: readonly SourceState[],
  currentOf: (address: string) => PublishedSource | undefined,
): CitableState[] {
  const last = lastStates(released);
  const states = new Map<string, CitableState>();
  for (const { digest, address, path, lines } of sources) {
    if (states.has(digest)) continue;
    const now = Array.from({ length: lines }, (_, index) => index + 1);
    states.set(digest, { digest, source: address, lines, seed: path, now });
  }
  for (const state of released) {
    const { digest, since, source, lines } = state;
    const current = states.get(digest);
    if (current !== undefined) {
      states.set(digest, { ...current, since });
      continue;
    }
    const seed = currentOf(source);
    const end = last.get(source);
    states.set(digest, {
      digest,
      since,
      source,
      lines,
      ...(seed === undefined || end === undefined
        ? { now: new Array<number>(lines).fill(0) }
        : { seed: seed.path, now: linesNow(state, end, seed.marks) }),
    });
  }
  return [...states.values()];
}
