import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { InvalidArgumentError } from 'commander';
import { isSeq, parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import { readSurveyInput, surveyFolders } from '../loaders/index.ts';
import {
  type Correction,
  correctionOfFactSchema,
  type Message,
  settableSchema,
  type Survey,
  type SurveyInput,
} from '../model/index.ts';
import { buildSurvey, formatMessage, nameTarget } from '../pipeline/index.ts';

interface Options {
  evidence: string[];
  reason: string;
}

const fileName = 'by-hand.yaml';

/**
 * Writes a correction of one field of one paper at the end of `content/corrections/by-hand.yaml`, whose other lines stay
 * as they are. A correction that the survey would report as an error is not written.
 *
 * @throws InvalidArgumentError for a permalink no paper has, a field that cannot be set, or a value it cannot have
 */
export async function correct(
  permalink: string,
  field: string,
  value: string,
  { evidence, reason }: Options,
): Promise<void> {
  const folders = surveyFolders();
  const input = await readSurveyInput(folders);
  const survey = buildSurvey(input);
  const work = survey.works.find((each) => each.permalink === permalink);
  if (work === undefined) {
    throw new InvalidArgumentError(
      `no paper has the permalink “${permalink}”; take it from the address of the paper’s page`,
    );
  }
  const match = nameTarget(work);
  const set = settable(field, value);
  const checked = correctionOfFactSchema.safeParse({ match, set, reason, evidence });
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new InvalidArgumentError(
      `“${value}” cannot be the ${field}, or the evidence is no address: ${issue?.message ?? 'it is not valid'}`,
    );
  }

  const folder = join(folders.content, 'corrections');
  const path = join(folder, fileName);
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const { contents } = parseDocument(before);
  if (contents !== null && (!isSeq(contents) || contents.flow === true)) {
    process.stderr.write(
      `content/corrections/${fileName}: a correction cannot be added to this; write the list with one "- " an entry.\n`,
    );
    process.exitCode = 1;
    return;
  }
  const head = before.trimEnd();
  const line = head === '' ? 1 : head.split('\n').length + 2;
  const place = { file: `corrections/${fileName}`, line };
  const plain: Correction = { ...checked.data, ...place };
  const overriding: Correction = { ...checked.data, overrides: true, ...place };
  const overrides = newMessages(survey, input, plain).some(
    ({ code }) => code === 'corrections-disagree',
  );
  const messages = newMessages(survey, input, overrides ? overriding : plain);
  for (const message of messages) process.stderr.write(`${formatMessage(message)}\n`);
  if (messages.length > 0) {
    process.stderr.write('Nothing was written.\n');
    process.exitCode = 1;
    return;
  }
  const written = { match, set, ...(overrides ? { overrides } : {}), reason, evidence };
  const text = indented(stringify([written], { lineWidth: 100 }), before);
  await mkdir(folder, { recursive: true });
  await writeFile(path, head === '' ? text : `${head}\n\n${text}`);
  process.stdout.write(`Written to content/corrections/${fileName}, line ${line}.\n`);
}

/** The entry with the indentation of the list it goes into: the blanks before its first `- `. */
function indented(entry: string, list: string): string {
  const [, blanks = ''] = /^( *)- /m.exec(list) ?? [];
  return entry.replace(/^(?=.)/gm, blanks);
}

function settable(field: string, value: string): z.infer<typeof settableSchema> {
  const fields = Object.keys(settableSchema.shape);
  if (!fields.includes(field)) {
    throw new InvalidArgumentError(
      `“${field}” cannot be set; fields that can: ${fields.join(', ')}`,
    );
  }
  const parts = (separator: RegExp) =>
    value
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const set = {
    [field]:
      field === 'authors' ? parts(/;/) : field === 'categories' ? parts(/[\s,;]+/) : value.trim(),
  };
  const checked = settableSchema.safeParse(set);
  if (!checked.success) {
    throw new InvalidArgumentError(
      `“${value}” cannot be the ${field}: ${checked.error.issues[0]?.message ?? 'it is not valid'}`,
    );
  }
  return checked.data;
}

/** Errors and warnings that a correction would bring. */
function newMessages(survey: Survey, input: SurveyInput, correction: Correction): Message[] {
  const known = new Set(survey.messages.map(formatMessage));
  const corrections = [...input.corrections, correction];
  return buildSurvey({ ...input, corrections }).messages.filter(
    (message) => message.severity !== 'note' && !known.has(formatMessage(message)),
  );
}
