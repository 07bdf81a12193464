import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { InvalidArgumentError } from 'commander';
import { packEdition } from '../editions/index.ts';
import { readSurveyInput, surveyFolders } from '../loaders/index.ts';
import { editionNameSchema, permalinkLedgerFile } from '../model/index.ts';
import {
  buildSurvey,
  editionOf,
  editionText,
  formatMessage,
  permalinkLedgerText,
  releaseLedger,
} from '../pipeline/index.ts';

/**
 * Writes the ledger of permalinks, the state of the survey as an edition, and a copy of the survey as it is. The same
 * survey under the same name is already released: what stands in the edition stays, and what it lacks is added.
 *
 * @throws InvalidArgumentError when no edition is named, here or in site.yaml, or the name cannot follow the last one
 */
export async function release({ edition }: { edition?: string }): Promise<void> {
  const folders = surveyFolders();
  const input = await readSurveyInput(folders);
  const name = edition ?? input.site.edition;
  if (name === undefined) {
    throw new InvalidArgumentError(
      'name the edition: florilegium release --edition 2026-11, or set "edition" in content/site.yaml',
    );
  }
  if (!editionNameSchema.safeParse(name).success) {
    throw new InvalidArgumentError(
      `“${name}” cannot name an edition; it is a date such as 2026-11 or 2026-11-22`,
    );
  }
  const survey = buildSurvey(input);
  const errors = survey.messages.filter((message) => message.severity === 'error');
  if (errors.length > 0) {
    for (const message of errors) process.stderr.write(`${formatMessage(message)}\n`);
    process.stderr.write('Nothing was released.\n');
    process.exitCode = 1;
    return;
  }
  const ledger = releaseLedger(survey, name);
  const state = editionOf(survey, name);
  const last = survey.editions.at(-1);
  const isReleased = last?.edition === name && survey.unreleased === undefined;
  if (last !== undefined && !isReleased && name <= last.edition) {
    throw new InvalidArgumentError(
      last.edition === name
        ? `the edition ${name} is released and the survey has changed since; name a new one with --edition`
        : `the edition ${name} would stand before the last one, ${last.edition}; name a later one with --edition`,
    );
  }
  const before = new Set(input.permalinks.permalinks.map(({ permalink }) => permalink));
  const added = ledger.permalinks.filter(({ permalink }) => !before.has(permalink)).length;
  const editions = join(folders.content, 'editions');
  await mkdir(editions, { recursive: true });
  await writeFile(join(folders.content, permalinkLedgerFile), permalinkLedgerText(ledger));
  if (!isReleased) await writeFile(join(editions, `${name}.json`), editionText(state));
  const copied = isReleased && last?.copied === true;
  const copy = copied
    ? undefined
    : packEdition({ survey, themes: input.themes, pages: input.pages ?? [] }, name);
  if (copy !== undefined) await writeFile(join(editions, `${name}.zip`), copy);
  process.stdout.write(
    `${added} permalinks released with edition ${name}, ${before.size} kept. Commit content/permalinks.json, content/editions/${name}.json and content/editions/${name}.zip.\n`,
  );
  if (copy !== undefined) process.stdout.write(sizeOf(copy.length, survey.works.length));
}

/** What the copy of an edition takes, in a line. */
function sizeOf(bytes: number, papers: number): string {
  const each = papers === 0 ? '' : `, ${Math.round(bytes / papers)} bytes a paper`;
  return `The copy of the survey as it is takes ${bytes} bytes${each}.\n`;
}
