/** What a request needs of the world, so that a test can stand in for the network and the clock. */
export interface World {
  fetch: typeof fetch;
  /** Resolves after some milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** The network and the clock. */
export const realWorld: World = {
  fetch,
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  now: Date.now,
};

/** What a server said. */
export interface Reply {
  status: number;
  text: string;
}

/** A service could not be asked, or gave nothing that can be used. `message` says what happened, `hint` what to do. */
export class ServiceFailure extends Error {
  override name = 'ServiceFailure';
  readonly hint: string;
  /** True when other requests to the host would fail as well. */
  readonly ofHost: boolean;

  constructor(message: string, hint: string, ofHost = false) {
    super(message);
    this.hint = hint;
    this.ofHost = ofHost;
  }
}

export interface Politeness {
  /** Milliseconds from the end of one request to the next, at least. */
  interval: number;
  userAgent: string;
  /** Milliseconds after which a silent server is given up. */
  timeout: number;
}

/** Requests of one kind to one host, one at a time. */
export type Ask = (url: string, isUsable: (reply: Reply) => boolean) => Promise<Reply>;

/** How often one question is put before it is given up. */
const attempts = 5;
/** Wait before the second attempt, in milliseconds; doubled for each one after. */
const firstWait = 5_000;
/** Servers that want to be left alone for longer are asked another day. */
const longestWait = 120_000;
/** The server is too busy, or in trouble that may pass (RFC 9110, sections 15.5 and 15.6; RFC 6585). */
const passing: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);
/** Codes of Node's resolver and sockets: nobody is there, and asking again at once is of no use. */
const absent: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * Asks a host politely: one request at a time with a pause between them, no faster than it says in `X-Rate-Limit-*`, and
 * again after a while, each time longer, when it is busy or what it sent cannot be used. `Retry-After` is obeyed.
 *
 * The function given back throws ServiceFailure when the host cannot be reached, refuses, or stays busy.
 */
export function askPolitely({ interval, userAgent, timeout }: Politeness, world: World): Ask {
  let pause = interval;
  let free = 0;

  async function once(url: string): Promise<Reply & { headers: Headers }> {
    const early = free - world.now();
    if (early > 0) await world.wait(early);
    try {
      const response = await world.fetch(url, {
        headers: { 'user-agent': userAgent },
        signal: AbortSignal.timeout(timeout),
      });
      const { status, headers } = response;
      const text = await response.text();
      pause = Math.max(interval, statedPause(headers));
      return { status, text, headers };
    } finally {
      free = world.now() + pause;
    }
  }

  return async (url, isUsable) => {
    const { host } = new URL(url);
    for (let attempt = 1; ; attempt += 1) {
      let said: string;
      let wanted: number | undefined;
      try {
        const { headers, ...reply } = await once(url);
        if (!passing.has(reply.status)) {
          if (isUsable(reply)) return reply;
          if (reply.status >= 400) throw refusal(host, reply);
          said = 'sent an answer that is cut off or not of its format';
        } else {
          said = `answered with status ${reply.status}`;
          wanted = retryAfter(headers, world.now());
        }
      } catch (error) {
        if (error instanceof ServiceFailure) throw error;
        said = networkTrouble(error, host);
      }
      const wait = wanted ?? firstWait * 2 ** (attempt - 1);
      if (wait > longestWait) {
        throw new ServiceFailure(
          `${host} ${said} and wants to be left alone for ${Math.ceil(wait / 1000)} seconds.`,
          'Run the command again after that time.',
          true,
        );
      }
      if (attempt === attempts) {
        throw new ServiceFailure(
          `${host} ${said}, ${attempts} times in a row.`,
          'Run the command again later.',
        );
      }
      await world.wait(wait);
    }
  };
}

/** Milliseconds between requests as the headers of Crossref allow: `X-Rate-Limit-Limit: 50`, `X-Rate-Limit-Interval: 1s`. */
function statedPause(headers: Headers): number {
  const limit = Number.parseInt(headers.get('x-rate-limit-limit') ?? '', 10);
  const seconds = Number.parseFloat(headers.get('x-rate-limit-interval') ?? '');
  return limit > 0 && seconds > 0 ? Math.min((1000 * seconds) / limit, longestWait) : 0;
}

/** Milliseconds that `Retry-After` names, in seconds or as a date (RFC 9110, section 10.2.3). */
function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return 1000 * Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function refusal(host: string, { status, text }: Reply): ServiceFailure {
  const words = text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
  return new ServiceFailure(
    `${host} refused a request with status ${status}${words === '' ? '' : `: ${words}`}.`,
    'If this stays so, the service has changed, or does not want this machine.',
  );
}

/**
 * The words for a request that got no answer, when another attempt may get one.
 *
 * @throws ServiceFailure when nobody is there to be asked
 */
function networkTrouble(error: unknown, host: string): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return 'did not answer in time';
  const code = codeOf(error);
  if (code === undefined) throw error;
  if (absent.has(code)) {
    throw new ServiceFailure(`${host} could not be reached (${code}).`, hintOffline(), true);
  }
  if (/CERT|SIGNATURE/.test(code)) {
    throw new ServiceFailure(
      `${host} showed a certificate that is not trusted (${code}).`,
      'If a proxy stands between, name its certificate in NODE_EXTRA_CA_CERTS.',
      true,
    );
  }
  return `broke the connection (${code})`;
}

/** `fetch` throws a TypeError whose cause has the code of the socket or resolver. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  return error instanceof TypeError ? 'no connection' : undefined;
}

function hintOffline(): string {
  const { env } = process;
  const proxy = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].find(
    (name) => env[name],
  );
  return proxy !== undefined && env['NODE_USE_ENV_PROXY'] !== '1'
    ? `${proxy} is set, and Node uses it only when NODE_USE_ENV_PROXY=1 is set as well.`
    : 'Run the command again when you are online.';
}
