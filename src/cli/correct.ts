import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import { readSurveyInput, surveyFolders } from '../loaders/index.ts';
import { type Correction, correctionOfFactSchema, settableSchema } from '../model/index.ts';
import { buildSurvey, nameTarget } from '../pipeline/index.ts';
import { isRefused, newMessages, openByHand } from './by-hand.ts';

interface Options {
  evidence: string[];
  reason: string;
}

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

  const file = await openByHand(folders.content);
  if (file === undefined) return;
  const plain: Correction = { ...checked.data, ...file.place };
  const overriding: Correction = { ...checked.data, overrides: true, ...file.place };
  const overrides = newMessages(survey, input, plain).some(
    ({ code }) => code === 'corrections-disagree',
  );
  if (isRefused(newMessages(survey, input, overrides ? overriding : plain))) return;
  await file.write({ match, set, ...(overrides ? { overrides } : {}), reason, evidence });
}

/** Fields of names, between which a semicolon stands. */
const PEOPLE: ReadonlySet<string> = new Set(['authors', 'editors', 'translators']);

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
    [field]: PEOPLE.has(field)
      ? parts(/;/)
      : field === 'categories'
        ? parts(/[\s,;]+/)
        : value.trim(),
  };
  const checked = settableSchema.safeParse(set);
  if (!checked.success) {
    throw new InvalidArgumentError(
      `“${value}” cannot be the ${field}: ${checked.error.issues[0]?.message ?? 'it is not valid'}`,
    );
  }
  return checked.data;
}
