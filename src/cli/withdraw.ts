import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { InvalidArgumentError } from 'commander';
import { readSurveyInput, surveyFolders } from '../loaders/index.ts';
import { isoDateSchema, type PermalinkEntry, permalinkLedgerFile } from '../model/index.ts';
import { permalinkLedgerText } from '../pipeline/index.ts';

interface Options {
  reason?: string;
  on?: string;
  undo?: true;
}

/**
 * Writes into the ledger that a released permalink has no paper any more, and why; or, with `undo`, that it has one again.
 *
 * @throws InvalidArgumentError for a permalink that was never released, or without a reason
 */
export async function withdraw(permalink: string, { reason, on, undo }: Options): Promise<void> {
  const folders = surveyFolders();
  const { permalinks: ledger } = await readSurveyInput(folders);
  const entry = ledger.permalinks.find((each) => each.permalink === permalink);
  if (entry === undefined) {
    throw new InvalidArgumentError(
      `“${permalink}” was never released; released permalinks stand in content/permalinks.json`,
    );
  }
  const fate = undo ? undone(entry) : withdrawn(reason, on);
  const permalinks = ledger.permalinks.map((each) => (each === entry ? { ...each, fate } : each));
  await writeFile(
    join(folders.content, permalinkLedgerFile),
    permalinkLedgerText({ ...ledger, permalinks }),
  );
  process.stdout.write(
    undo
      ? `${permalink} is no longer withdrawn. Commit content/permalinks.json.\n`
      : `${permalink} (“${entry.title}”) is withdrawn; its page says so and why. Commit content/permalinks.json.\n`,
  );
}

function withdrawn(reason: string | undefined, on: string | undefined): PermalinkEntry['fate'] {
  if (!reason?.trim()) {
    throw new InvalidArgumentError('say why: florilegium withdraw <permalink> --reason "…"');
  }
  const date = isoDateSchema.safeParse(on ?? new Date().toISOString().slice(0, 10));
  if (!date.success) throw new InvalidArgumentError(`“${on}” is not a date such as 2026-11-22`);
  return { status: 'withdrawn', on: date.data, reason: reason.trim() };
}

function undone({ permalink, fate }: PermalinkEntry): PermalinkEntry['fate'] {
  if (fate.status !== 'withdrawn') {
    throw new InvalidArgumentError(`${permalink} is not withdrawn`);
  }
  return { status: 'current' };
}
