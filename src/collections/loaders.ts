import type { Loader } from 'astro/loaders';
import type { StoredEntry, collectionEntries } from '../view/index.ts';

type Name = keyof typeof collectionEntries;

/** What gives the entries of a collection. */
type Offer = (name: Name) => Promise<StoredEntry[]>;

const KEY = Symbol.for('florilegium.entries');

// Astro's bundler reads this module for the collections, and Node for the integration. What makes entries comes with the
// latter alone: else the bundler would read the whole program once more before every build.
const shared: { [KEY]?: Offer } & typeof globalThis = globalThis;

/** Says where entries come from; the integration does so before Astro asks for them. */
export function offerEntries(offer: Offer): void {
  shared[KEY] = offer;
}

/**
 * Loads the entries that the survey has for one collection: all of them each time, for the survey is read anew.
 *
 * @throws when the configuration of Astro does not name the integration
 */
export function surveyLoader(name: Name) {
  return {
    name: `florilegium-${name}`,
    load: async ({ store, parseData, generateDigest }) => {
      const entries = await shared[KEY]?.(name);
      if (!entries) {
        throw new Error(
          `The collection "${name}" has no survey: name florilegium() under integrations in astro.config.mjs.`,
        );
      }
      store.clear();
      for (const { id, data } of entries) {
        store.set({ id, data: await parseData({ id, data }), digest: generateDigest(data) });
      }
    },
  } satisfies Loader;
}
