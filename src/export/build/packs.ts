import { createHash } from 'node:crypto';
import type { Survey } from '../../model/index.ts';
import { citableOf, permalinkBase, jsonLines } from '../../writers/index.ts';
import { GLOBALS, PACK_SIZE, packName } from '../contract.ts';

/** The survey's papers in packs. */
export interface Packs {
  /** Folder of the packs, which changes with what they hold: a page never reads packs of another build. */
  digest: string;
  /** Places of the papers in the survey's order, by permalink. */
  places: ReadonlyMap<string, number>;
  /** Scripts by name: `cited-0.js`. */
  scripts: ReadonlyMap<string, string>;
}

const packed = new WeakMap<Survey, Packs>();

/** The packs that exports of any choice of papers are written from, made once for a survey. */
export function packsOf(survey: Survey): Packs {
  const known = packed.get(survey);
  if (known) return known;
  const packs = pack(survey);
  packed.set(survey, packs);
  return packs;
}

function pack(survey: Survey): Packs {
  const { works, site } = survey;
  const scripts = new Map<string, string>();
  for (let from = 0; from < works.length; from += PACK_SIZE) {
    const number = from / PACK_SIZE;
    const members = works.slice(from, from + PACK_SIZE);
    scripts.set(
      packName('cited', number),
      call(GLOBALS.cited, number, members.map(citableOf), permalinkBase(site)),
    );
    scripts.set(
      packName('lines', number),
      call(
        GLOBALS.lines,
        number,
        members.map((work) => jsonLines.write([work], survey)),
      ),
    );
  }
  const hash = createHash('sha256');
  for (const script of scripts.values()) hash.update(script);
  const places = new Map(works.map(({ permalink }, place) => [permalink, place]));
  return { digest: hash.digest('hex').slice(0, 12), places, scripts };
}

/** `florilegiumLines(0,["…"])` */
function call(name: string, ...values: readonly unknown[]): string {
  return `${name}(${values.map((value) => JSON.stringify(value)).join(',')})\n`;
}
