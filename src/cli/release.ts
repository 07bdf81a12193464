import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { InvalidArgumentError } from 'commander';
import { readSurveyInput, surveyFolders } from '../loaders/index.ts';
import { buildSurvey, formatMessage, releasePermalinks } from '../pipeline/index.ts';

/**
 * Writes every permalink of the survey into the ledger. Permalinks already there stay as they are.
 *
 * @throws InvalidArgumentError when no edition is named, here or in site.yaml
 */
export async function release({ edition }: { edition?: string }): Promise<void> {
  const folders = surveyFolders();
  const input = await readSurveyInput(folders);
  const survey = buildSurvey(input);
  const name = edition ?? survey.site.edition;
  if (!name) {
    throw new InvalidArgumentError(
      'name the edition: florilegium release --edition 2026-11, or set "edition" in content/site.yaml',
    );
  }
  const errors = survey.messages.filter((message) => message.severity === 'error');
  if (errors.length > 0) {
    for (const message of errors) process.stderr.write(`${formatMessage(message)}\n`);
    process.stderr.write('Nothing was released.\n');
    process.exitCode = 1;
    return;
  }
  const before = new Set(input.permalinks.permalinks.map(({ permalink }) => permalink));
  const ledger = releasePermalinks(survey, input.permalinks, name);
  const added = ledger.permalinks.filter(({ permalink }) => !before.has(permalink)).length;
  await writeFile(join(folders.content, 'permalinks.json'), `${JSON.stringify(ledger, null, 1)}\n`);
  process.stdout.write(
    `${added} permalinks released with edition ${name}, ${before.size} kept. Commit content/permalinks.json.\n`,
  );
}
