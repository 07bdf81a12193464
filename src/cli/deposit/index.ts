import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { InvalidArgumentError } from 'commander';
import { readEditionCopy, readSurveyInput, surveyFolders } from '../../loaders/index.ts';
import { permalinkLedgerFile } from '../../model/index.ts';
import { buildSurvey, editionText, permalinkLedgerText } from '../../pipeline/index.ts';
import { permalinkBase, writers } from '../../writers/index.ts';
import { bagOf } from './bag.ts';
import { citationFile, dataciteXml, type DepositedFile, roCrate, zenodoJson } from './metadata.ts';

/**
 * Writes the last edition as archives take it: a bag with the copy of the survey, its state, the ledger, its papers, the
 * archive of the site where one was built, and what describes them. The same edition gives the same bytes.
 *
 * @throws InvalidArgumentError when the survey is not as it was released last, or the folder has something in it
 */
export async function deposit(folder: string): Promise<void> {
  const folders = surveyFolders();
  const input = await readSurveyInput(folders);
  const survey = buildSurvey(input);
  const last = survey.editions.at(-1);
  if (last === undefined || !last.copied || survey.unreleased !== undefined) {
    const later = last === undefined ? '' : `, under a name later than ${last.edition}`;
    throw new InvalidArgumentError(
      `what is deposited is an edition, and the survey as it is was not released: florilegium release --edition …${later}`,
    );
  }
  const to = resolve(folder);
  if ((await filesIn(to)).length > 0)
    throw new InvalidArgumentError(`${folder} is not empty; name a new folder`);
  const { edition, changes: _, copied: __, ...state } = last;
  const encoder = new TextEncoder();
  const file = (
    path: string,
    content: string | Uint8Array,
    mediaType: string,
    description: string,
  ): DepositedFile => ({
    path,
    bytes: typeof content === 'string' ? encoder.encode(content) : content,
    mediaType,
    description,
  });
  const bundles = join(folders.out, 'download');
  const files = [
    file('CITATION.cff', citationFile(survey, edition), 'text/yaml', 'How to cite the survey'),
    file('.zenodo.json', zenodoJson(survey, edition), 'application/json', 'Metadata for Zenodo'),
    file('datacite.xml', dataciteXml(survey, edition), 'application/xml', 'Metadata for DataCite'),
    file(
      permalinkLedgerFile,
      permalinkLedgerText(input.permalinks),
      'application/json',
      'Every address ever released, and what became of it',
    ),
    file(
      `editions/${edition}.json`,
      editionText({ edition, ...state }),
      'application/json',
      'The state of the survey in this edition',
    ),
    file(
      `editions/${edition}.zip`,
      await readEditionCopy(folders.content, edition),
      'application/zip',
      'The survey as it was in this edition, to be opened from disk',
    ),
    ...writers.map(({ extension, mediaType, label, write }) =>
      file(
        `papers.${extension}`,
        write(survey.works, survey),
        mediaType,
        `The papers of the survey: ${label}`,
      ),
    ),
    ...(await Promise.all(
      (await filesIn(bundles)).map(async (name) =>
        file(
          `site/${name}`,
          await readFile(join(bundles, name)),
          'application/zip',
          'The site, to be read from disk',
        ),
      ),
    )),
  ];
  const crate = file(
    'ro-crate-metadata.json',
    roCrate(survey, edition, files),
    'application/ld+json',
    'What is in this deposit',
  );
  const bag = bagOf([...files, crate], {
    'Source-Organization': survey.site.curator?.name ?? survey.site.title,
    'External-Description': survey.site.description,
    'External-Identifier': survey.site.doi ?? permalinkBase(survey.site),
  });
  for (const [path, bytes] of bag) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await writeFile(join(to, path), bytes);
  }
  process.stdout.write(
    `The edition ${edition} is in ${folder}: ${bag.size} files. Copy CITATION.cff and .zenodo.json from its data/ to the root of the repository for services that read them there.\n`,
  );
}

/** Names of the files in a folder, in order; none when it is not there. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}
