import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import util from 'node:util';
import { readSurveyInput, surveyFolders } from '../loaders/index.ts';
import { permalinkLedgerFile } from '../model/index.ts';
import { permalinkLedgerText } from '../pipeline/index.ts';
import { printable } from '../text/index.ts';

/** From this version on a ledger is read and written alike; what later ones add comes with a release. */
const WRITTEN_VERSION = 3;

/**
 * Writes what stands in `content/` in an older form in the form of this program, and prints what changes. Older forms are
 * read as they are, so nobody has to; a file in this form is left alone.
 *
 * @throws ContentError when a file cannot be used, one of a later form included
 */
export async function migrate({ dryRun = false }: { dryRun?: boolean }): Promise<void> {
  const folders = surveyFolders();
  const { permalinks: ledger } = await readSurveyInput(folders);
  const name = `content/${permalinkLedgerFile}`;
  const file = join(folders.content, permalinkLedgerFile);
  if (ledger.permalinks.length === 0 || ledger.version >= WRITTEN_VERSION) {
    process.stdout.write('Everything in content/ has the form that this program writes.\n');
    return;
  }
  const before = await readFile(file, 'utf8');
  const after = permalinkLedgerText(ledger);
  process.stdout.write(printable(`--- ${name}\n+++ ${name}\n${changes(before, after)}`));
  if (!dryRun) await writeFile(file, after);
  process.stdout.write(dryRun ? 'Nothing was written.\n' : `Commit ${name}.\n`);
}

/** The lines that go and come, each with its sign. */
function changes(before: string, after: string): string {
  // Node has it from 22.15 on.
  if (!('diff' in util)) return after;
  return util
    .diff(before.trimEnd().split('\n'), after.trimEnd().split('\n'))
    .flatMap(([sign, line]) => (sign === 0 ? [] : [`${sign < 0 ? '+' : '-'}${line}\n`]))
    .join('');
}
