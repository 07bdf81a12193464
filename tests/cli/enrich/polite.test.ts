import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askPolitely, type World } from '../../../src/cli/enrich/polite.ts';
import { type Services, startServices } from './services.ts';

let services: Services;
beforeEach(async () => {
  services = await startServices();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await services.close();
});

const politeness = { interval: 1_000, userAgent: 'florilegium', timeout: 60_000 };

function world(fake?: World['fetch']): { world: World; waits: number[] } {
  let now = 0;
  const waits: number[] = [];
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
    now += milliseconds;
  };
  return { world: { fetch: fake ?? fetch, wait, now: () => now }, waits };
}

/** What Node's `fetch` throws when a socket or the resolver fails. */
const fails = (code: string) => async () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
};

describe('a host that does not answer', () => {
  it('is given up after a while, several times', async () => {
    let asked = 0;
    const silent: World['fetch'] = (_, init) => {
      asked += 1;
      return new Promise((_, refuse) => {
        init?.signal?.addEventListener('abort', () => refuse(init.signal?.reason));
      });
    };
    const ask = askPolitely({ ...politeness, timeout: 1 }, world(silent).world);
    await expect(ask('https://export.arxiv.org/', () => true)).rejects.toThrow(
      /did not answer in time, 5 times/,
    );
    expect(asked).toBe(5);
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED'])('is named at once: %s', async (code) => {
    const { world: offline, waits } = world(fails(code));
    const ask = askPolitely(politeness, offline);
    await expect(ask('https://export.arxiv.org/api/query', () => true)).rejects.toMatchObject({
      message: `export.arxiv.org could not be reached (${code}).`,
      hint: expect.stringContaining('online'),
      ofHost: true,
    });
    expect(waits).toEqual([]);
  });

  it('behind a proxy is said to want one', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://proxy.example:3128');
    vi.stubEnv('NODE_USE_ENV_PROXY', '');
    const ask = askPolitely(politeness, world(fails('ENOTFOUND')).world);
    await expect(ask('https://export.arxiv.org/', () => true)).rejects.toMatchObject({
      hint: expect.stringContaining('NODE_USE_ENV_PROXY=1'),
    });
  });

  it('for its certificate is said to have one that is not trusted', async () => {
    const ask = askPolitely(politeness, world(fails('SELF_SIGNED_CERT_IN_CHAIN')).world);
    await expect(ask('https://export.arxiv.org/', () => true)).rejects.toMatchObject({
      hint: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
    });
  });
});

describe('a host that refuses', () => {
  it('is not asked again, and its words are passed on without their tags', async () => {
    services.faults = [(_, response) => response.writeHead(403).end('<h1>Forbidden</h1> by rule')];
    const ask = askPolitely(politeness, world().world);
    await expect(ask(services.url, ({ status }) => status === 200)).rejects.toThrow(
      /status 403: Forbidden by rule\./,
    );
    expect(services.asked).toHaveLength(1);
  });
});
