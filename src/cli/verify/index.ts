import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { InvalidArgumentError } from 'commander';
import { parsePermalinkLedger, surveyFolders } from '../../loaders/index.ts';
import { permalinkLedgerFile } from '../../model/index.ts';
import { systemSentence } from '../refusal.ts';
import { checkAddresses } from './check-addresses.ts';
import { openPlace, type Place } from './place.ts';

/**
 * Follows every address ever released in a built site, and prints those that do not lead to the right place; exit code 1
 * when there is one.
 *
 * @throws InvalidArgumentError when the site or the ledger is not there
 */
export async function verify(path: string, { against }: { against?: string }): Promise<void> {
  const ledgerPath = against ?? join(surveyFolders().content, permalinkLedgerFile);
  const [place, text] = await Promise.all([
    orRefuse(openPlace(path), path),
    orRefuse(readFile(ledgerPath, 'utf8'), ledgerPath),
  ]);
  const { checked, failures } = await checkAddresses(place, parsePermalinkLedger(text, ledgerPath));
  for (const { path: at, why } of failures) process.stdout.write(`${at} ${why}\n`);
  const led = checked - failures.length;
  process.stdout.write(
    `${led} of ${checked} released addresses lead to what they stood for, or say where it went.\n`,
  );
  if (failures.length > 0) process.exitCode = 1;
}

async function orRefuse<T extends Place | string>(work: Promise<T>, path: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InvalidArgumentError(systemSentence(error, path) ?? `${path} cannot be read: ${why}`);
  }
}
