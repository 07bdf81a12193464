import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { vi } from 'vitest';
import { enrich } from '../../../src/cli/enrich/index.ts';
import type { World } from '../../../src/cli/enrich/polite.ts';
import { readSurveyInput, surveyFolders } from '../../../src/loaders/index.ts';
import type { Survey } from '../../../src/model/index.ts';
import { buildSurvey } from '../../../src/pipeline/index.ts';
import { type KnownPaper, type Services, startServices } from './services.ts';

type Options = Parameters<typeof enrich>[0];

/** A survey of its own, the services it asks, and a clock that only waiting moves. */
export interface Bench {
  /** Folder of the checkout. */
  root: string;
  services: Services;
  /** Milliseconds waited, one number a wait. */
  waits: number[];
  put(path: string, text: string): Promise<void>;
  /** Undefined when there is no such file. */
  read(path: string): Promise<string | undefined>;
  /** The survey as a build would make it. */
  survey(): Promise<Survey>;
  /** Runs `florilegium enrich`. */
  run(options?: Options): Promise<{ code: number; out: string; err: string }>;
  close(): Promise<void>;
}

export async function startBench(papers: KnownPaper[] = []): Promise<Bench> {
  const root = await mkdtemp(join(tmpdir(), 'florilegium-'));
  const services = await startServices(papers);
  vi.stubEnv('FLORILEGIUM_ARXIV_API', `${services.url}/api/query`);
  vi.stubEnv('FLORILEGIUM_CROSSREF_API', `${services.url}/works`);
  vi.stubEnv('FLORILEGIUM_DATACITE_API', `${services.url}/dois`);
  vi.stubEnv('FLORILEGIUM_OPENALEX_API', `${services.url}/openalex`);
  let now = Date.parse('2026-11-25T00:00:00Z');
  const waits: number[] = [];
  const world: World = {
    fetch,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    now: () => now,
  };
  return {
    root,
    services,
    waits,
    async put(path, text) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    },
    read: (path) => readFile(join(root, path), 'utf8').catch(() => undefined),
    survey: async () => buildSurvey(await readSurveyInput(surveyFolders(root))),
    async run(options = {}) {
      const written = { out: '', err: '' };
      const spies = [
        vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
          written.out += String(text);
          return true;
        }),
        vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
          written.err += String(text);
          return true;
        }),
      ];
      process.exitCode = 0;
      try {
        await enrich(options, root, world);
        return { code: Number(process.exitCode), ...written };
      } finally {
        for (const spy of spies) spy.mockRestore();
        process.exitCode = 0;
      }
    },
    async close() {
      vi.unstubAllEnvs();
      await services.close();
      await rm(root, { recursive: true });
    },
  };
}
