import type { FoundRecord, Lookup, Service } from '../../pipeline/index.ts';
import type { Reply } from './polite.ts';

/** One request and the lookups it answers. */
export interface Request {
  service: Service;
  url: string;
  lookups: Lookup[];
}

/** Lookups in batches of so many, in order. */
export function batchesOf(lookups: readonly Lookup[], size: number): Lookup[][] {
  return Array.from({ length: Math.ceil(lookups.length / size) }, (_, index) =>
    lookups.slice(index * size, (index + 1) * size),
  );
}

/** How one service is asked. Pure: it makes addresses and reads what comes back. */
export interface ServiceFormat {
  /** Milliseconds between requests that the service asks for. */
  interval: number;
  /** The requests that answer some lookups, as few as the service allows. */
  requests(lookups: readonly Lookup[]): Request[];
  /** True for a reply that is whole and of the service's format; others are asked for again. */
  isUsable(reply: Reply): boolean;
  /** True when the service refused the whole request for the sake of one lookup in it. */
  isRefusedForOne(reply: Reply): boolean;
  /** The records in a usable reply. */
  records(reply: Reply): FoundRecord[];
}
