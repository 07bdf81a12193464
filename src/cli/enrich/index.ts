import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { SingleBar } from 'cli-progress';
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { readSurveyInput, surveyFolders } from '../../loaders/index.ts';
import { type Service, services } from '../../pipeline/index.ts';
import { textIfThere } from '../text-if-there.ts';
import { arxivFormat } from './arxiv.ts';
import { crossrefFormat } from './crossref.ts';
import { dataciteFormat } from './datacite.ts';
import { enrichedName } from './enriched-file.ts';
import { type Channel, type Gathered, gather } from './gather.ts';
import { KeptAnswers, keptFile } from './kept-answers.ts';
import { openalexFormat } from './openalex.ts';
import { askPolitely, realWorld, type World } from './polite.ts';
import { printPlan, printResult } from './report.ts';
import type { ServiceFormat } from './service.ts';

interface Options {
  only?: string;
  published?: true;
  email?: string;
  dryRun?: true;
}

/** Milliseconds after which a silent server is given up. */
const timeout = 60_000;

/**
 * Fills what papers lack from records of arXiv, Crossref, DataCite and OpenAlex: writes corrections that yield to everything seeds and other
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
  const before = await textIfThere(path);
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
  if (options.dryRun) printPlan(gathered);
  else printResult(gathered);
  if (gathered.failures.length > 0) process.exitCode = 1;
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
  const datacite = dataciteFormat(
    env['FLORILEGIUM_DATACITE_API'] ?? 'https://api.datacite.org/dois',
  );
  const openalex = openalexFormat(
    env['FLORILEGIUM_OPENALEX_API'] ?? 'https://api.openalex.org/works',
    email,
  );
  const userAgent = `florilegium${email === undefined ? '' : ` (mailto:${email})`}`;
  const channel = (format: ServiceFormat): Channel => ({
    format,
    ask: askPolitely({ interval: format.interval, userAgent, timeout }, world),
  });
  return {
    arxiv: channel(arxiv),
    crossref: channel(crossref),
    datacite: channel(datacite),
    openalex: channel(openalex),
  };
}
