import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { SingleBar } from 'cli-progress';
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { readSurveyInput, surveyFolders } from '../../loaders/index.ts';
import { formatMessage, type Service, serviceNames, services } from '../../pipeline/index.ts';
import { arxivFormat } from './arxiv.ts';
import { crossrefFormat } from './crossref.ts';
import { enrichedName } from './enriched-file.ts';
import { type Channel, type Gathered, gather } from './gather.ts';
import { KeptAnswers } from './kept-answers.ts';
import { askPolitely, realWorld, type World } from './polite.ts';
import type { ServiceFormat } from './service.ts';

interface Options {
  only?: string;
  published?: true;
  email?: string;
  dryRun?: true;
}

const file = `content/corrections/${enrichedName}`;
/** Replies of services, below the root of the checkout. Not for git. */
const keptFile = '.florilegium/answers.jsonl';
/** Milliseconds after which a silent server is given up. */
const timeout = 60_000;

/**
 * Fills what papers lack from records of arXiv and Crossref: writes corrections that yield to everything seeds and other
 * corrections say into `content/corrections/enriched.yaml`. The exit code is 1 when a service could not be asked.
 *
 * @param root folder of the checkout
 * @throws InvalidArgumentError for a service that does not exist, or a mail address that is none
 * @throws ContentError when a file under `content/` cannot be used
 */
export async function enrich(
  options: Options,
  root = process.cwd(),
  world: World = realWorld,
): Promise<void> {
  const asked = servicesOf(options.only);
  const email = options.email?.trim();
  if (email !== undefined && !z.email().safeParse(email).success)
    throw new InvalidArgumentError(`“${email}” is not a mail address`);
  const folders = surveyFolders(root);
  const input = await readSurveyInput(folders);
  const path = join(folders.content, 'corrections', enrichedName);
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const bar = new SingleBar({
    format: 'Asking [{bar}] {value} of {total} requests',
    stream: process.stderr,
    clearOnComplete: true,
    noTTYOutput: false,
  });
  const isWatched = process.stderr.isTTY === true;
  let gathered: Gathered;
  try {
    gathered = await gather({
      input,
      enriched: before,
      options: { services: asked, published: options.published === true },
      channels: channelsOf(email, world),
      kept: await KeptAnswers.open(join(root, keptFile)),
      dry: options.dryRun === true,
      progress(made, left) {
        if (!isWatched) return;
        if (bar.isActive) {
          bar.setTotal(made + left);
          bar.update(made);
        } else bar.start(made + left, made);
      },
      now: world.now,
    });
  } finally {
    bar.stop();
  }
  if (gathered.enriched !== before && options.dryRun !== true) {
    await mkdir(join(folders.content, 'corrections'), { recursive: true });
    await writeFile(path, gathered.enriched);
  }
  for (const message of gathered.messages) process.stdout.write(`${formatMessage(message)}\n`);
  if (options.dryRun) printPlan(gathered);
  else printResult(gathered);
}

function servicesOf(only: string | undefined): readonly Service[] {
  if (only === undefined) return services;
  const found = services.filter((service) => service === only);
  if (found.length === 0)
    throw new InvalidArgumentError(
      `“${only}” is not a service; there are ${services.join(' and ')}`,
    );
  return found;
}

/** The addresses are settings so that tests can stand in for the services. */
function channelsOf(email: string | undefined, world: World): Record<Service, Channel> {
  const { env } = process;
  const arxiv = arxivFormat(env['FLORILEGIUM_ARXIV_API'] ?? 'https://export.arxiv.org/api/query');
  const crossref = crossrefFormat(
    env['FLORILEGIUM_CROSSREF_API'] ?? 'https://api.crossref.org/works',
    email,
  );
  const userAgent = `florilegium${email === undefined ? '' : ` (mailto:${email})`}`;
  const channel = (format: ServiceFormat): Channel => ({
    format,
    ask: askPolitely({ interval: format.interval, userAgent, timeout }, world),
  });
  return { arxiv: channel(arxiv), crossref: channel(crossref) };
}

function printPlan({ added, left }: Gathered): void {
  for (const { url } of left) process.stdout.write(`would ask ${url}\n`);
  const counts = services.map((service) => {
    const some = left.filter(({ lookups }) => lookups[0]?.service === service);
    return `${serviceNames[service]} ${some.length} (${some.flatMap(({ lookups }) => lookups).length} lookups)`;
  });
  process.stdout.write(
    `Requests that would be made next: ${counts.join(', ')}; answers may lead to more. From answers kept before, ${inWords(added, 'correction')} would be written. Nothing was asked or written.\n`,
  );
}

function printResult({ added, made, left, failures }: Gathered): void {
  const written =
    added === 0 ? `${file} is as it was` : `${inWords(added, 'correction')} written to ${file}`;
  if (failures.length === 0) {
    process.stdout.write(`${inWords(made, 'request')} made; ${written}.\n`);
    return;
  }
  for (const { message, hint } of failures) process.stderr.write(`${message} ${hint}\n`);
  const answers = made === 0 ? 'No answer came' : `${inWords(made, 'answer')} kept in ${keptFile}`;
  process.stderr.write(
    `${answers}; ${written}. Run the same command again to go on: it asks only what is left (${inWords(left.length, 'request')} or more).\n`,
  );
  process.exitCode = 1;
}

function inWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
