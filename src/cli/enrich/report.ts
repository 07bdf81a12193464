import process from 'node:process';
import type { Message } from '../../model/index.ts';
import { formatMessage, serviceNames, services } from '../../pipeline/index.ts';
import { enrichedName } from './enriched-file.ts';
import type { Gathered } from './gather.ts';
import { keptFile } from './kept-answers.ts';

const file = `content/corrections/${enrichedName}`;

/** Prints what a run without `--dry-run` would ask, and what it would write without asking. */
export function printPlan({ added, left, messages }: Gathered): void {
  printMessages(messages);
  for (const { url } of left) process.stdout.write(`would ask ${url}\n`);
  const counts = services.map((service) => {
    const some = left.filter((request) => request.service === service);
    return `${serviceNames[service]} ${some.length} (${some.flatMap(({ lookups }) => lookups).length} lookups)`;
  });
  process.stdout.write(
    `Requests that would be made next: ${counts.join(', ')}; answers may lead to more. From answers kept before, ${inWords(added, 'correction')} would be written. Nothing was asked or written.\n`,
  );
}

/** Prints what a run has to say; when a service failed, on standard error also how to go on. */
export function printResult({ added, made, left, messages, failures }: Gathered): void {
  printMessages(messages);
  const written =
    added === 0 ? `${file} is as it was` : `${inWords(added, 'correction')} written to ${file}`;
  if (failures.length === 0) {
    process.stdout.write(`${inWords(made, 'request')} made; ${written}.\n`);
    return;
  }
  for (const { message, hint } of failures) process.stderr.write(`${message} ${hint}\n`);
  const answers =
    made === 0 ? 'No answer came' : `${inWords(made, 'request')} answered, kept in ${keptFile}`;
  process.stderr.write(
    `${answers}; ${written}. Run the same command again to go on: it asks only what is left (${inWords(left.length, 'request')} or more).\n`,
  );
}

function printMessages(messages: readonly Message[]): void {
  for (const message of messages) process.stdout.write(`${formatMessage(message)}\n`);
}

function inWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
