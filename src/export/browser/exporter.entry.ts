/**
 * Writes files of chosen papers with the writers that the site's own files are written with.
 *
 * Loaded when a reader first opens an offer.
 */
import type { Citable } from '../../model/index.ts';
import { citableWriters, lineFormat } from '../../writers/index.ts';
import { type Exporter, GLOBALS, PACK_SIZE, type PackKind, packName } from '../contract.ts';
import { loadScript } from '../../client/index.ts';

/** Packs that are loaded at once. */
const AT_ONCE = 8;

interface Cited {
  works: readonly Citable[];
  /** Public address of the survey. */
  url: string;
}

const cited = new Map<number, Cited>();
const lines = new Map<number, readonly string[]>();

const exporter: Exporter = {
  formats: [...citableWriters, lineFormat],
  async write(format, places, folder, remark) {
    const writer = citableWriters.find((each) => each.format === format);
    if (!writer) {
      await load('lines', lines, places, folder);
      return places.map((place) => at(lines.get(packOf(place)), place, folder)).join('');
    }
    await load('cited', cited, places, folder);
    const works = places.map((place) => at(cited.get(packOf(place))?.works, place, folder));
    const [{ url } = { url: '' }] = cited.values();
    return writer.write(works, { site: { url }, remark });
  },
};

Object.assign(globalThis, {
  [GLOBALS.cited]: (pack: number, works: readonly Citable[], url: string) =>
    cited.set(pack, { works, url }),
  [GLOBALS.lines]: (pack: number, texts: readonly string[]) => lines.set(pack, texts),
  [GLOBALS.exporter]: exporter,
});

const packOf = (place: number) => Math.floor(place / PACK_SIZE);

function at<Item>(pack: readonly Item[] | undefined, place: number, folder: string): Item {
  const item = pack?.[place % PACK_SIZE];
  if (item === undefined) throw new Error(`${folder} holds no paper at place ${place}`);
  return item;
}

/** Loads the packs of the places that are not there yet. */
async function load(
  kind: PackKind,
  there: ReadonlyMap<number, unknown>,
  places: readonly number[],
  folder: string,
): Promise<void> {
  const wanted = [...new Set(places.map(packOf))].filter((pack) => !there.has(pack));
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    await Promise.all(
      wanted
        .slice(from, from + AT_ONCE)
        .map((pack) => loadScript(new URL(packName(kind, pack), folder).href)),
    );
  }
}
