import process from 'node:process';
import { getSurvey } from '../loaders/index.ts';
import { formatMessage, summarise } from '../pipeline/index.ts';
import { printableJson } from '../text/index.ts';

/** Prints the messages of the whole survey, errors first; exit code 1 when one is an error. */
export async function check({ json }: { json?: true }): Promise<void> {
  const { flow, messages } = await getSurvey();
  const order = ['error', 'warning', 'note'] as const;
  const sorted = order.flatMap((severity) =>
    messages.filter((message) => message.severity === severity),
  );
  if (json) {
    process.stdout.write(`${printableJson(sorted)}\n`);
  } else {
    for (const message of sorted) process.stdout.write(`${formatMessage(message)}\n`);
    process.stdout.write(
      `${flow.records} records, ${flow.duplicates} duplicates, ${flow.excluded} excluded, ${flow.included} papers (${flow.incomplete} incomplete); ${summarise(messages)}.\n`,
    );
  }
  if (messages.some((message) => message.severity === 'error')) process.exitCode = 1;
}
