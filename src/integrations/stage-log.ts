import process from 'node:process';

/** Room for the names of stages, before what they did. */
const NAMES = 16;

/**
 * Prints that a stage of a build is done, on one line: what it was, what it did, and how long it took.
 *
 * A build tells of its stages itself, because Astro's own log has a line for every page, of which there are thousands.
 *
 * @param started time the stage began, as `performance.now()` gave it
 */
export function printStage(name: string, did: string, started: number): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${name.padEnd(NAMES)} ${did} (${seconds} s)\n`);
}

/** Prints what belongs to the stage above it. */
export function printDetails(lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`  ${line}\n`);
}
