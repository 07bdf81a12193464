import { DOI_PREFIX } from '../../model/index.ts';
import { type Found, type Range, byPlace } from '../seed/index.ts';
import { isPaperAddress } from './paper-links.ts';
import { peopleIn } from './people.ts';
import { statedValues } from './stated-values.ts';

const YEAR =
  /(?<![\d./–-]|\b(?:epub|cited|accessed|retrieved|zugriff|abgerufen|viewed|consulté)\b.{0,25})(?:1[5-9]|20)\d\d(?![\d/–-])/giu;
const ADDRESS = /https?:\/\/[^\s<>"()⟨⟩]+[^\s<>"().,;⟨⟩]/u;
const DOI = new RegExp(String.raw`\b${DOI_PREFIX}[^\s<>"⟨⟩]+[^\s<>".,;)\]⟨⟩]`, 'u');
const PMID = /(?<=\bPMID:?\s?)\d{5,8}\b/u;
const ARXIV = /(?<=arxiv:\s?)(?:\d{4}\.\d{4,5}|[a-z-]{2,10}\/\d{7})/iu;

// Who edited a volume: `In A. Lee & B. Fox (Eds.), `
const EDITED = /^[\s,.;:]*in:?\s+(.{3,200}?),?\s+\((?:eds?|hrsg|dir)\.?\),?:?\s+/diu;

// The name of a journal or of proceedings before volume and pages: `J. Chem. Phys.` of `, J. Chem. Phys. 12, 3–4 (2019)`
const WHERE =
  /^[\s,.;:*_]*(?:in:?\s+[*_]{0,2})?((?!submitted|preprint|arxiv preprint arxiv|unpublished|accepted|to appear|https?:|doi\b|arxiv:)\p{L}(?:[^,;()[\]\d*_<>]|\d{1,3}(?:st|nd|rd|th)\b){1,150}?(?:\s\([A-Z][A-Za-z’' -]{1,20}\))?)(?=[*_]{0,2}[\s,.;:]*(?:[,;()[\]\d*_<>]|vol\b|no\b|nr\b|jg\b|bd\b|pp?\.|https?:|$))/diu;

// `12(3)`, `vol. 12, no. 3`, `Jg. 14, H. 2`, `2019;12(3)`, `Volume 12 Issue 3`
const VOLUME =
  /^[\s,.*_]{1,4}(?!(?:1[5-9]|20)\d\d)(\d{1,4})[*_]{0,2}(?=[\s,:(;])|(?:\b(?:vol(?:ume|\.)?|jg\.|bd\.)\s?|;)(\d{1,4})\b|(?:^|[\s,*_])(\d{1,4})[*_]{0,3}(?=\s?\((?!(?:1[5-9]|20)\d\d)\d{1,4}(?:[-–/]\d{1,3})?\)|,\s(?:no|nr|issue)\b|:\d)/diu;
const ISSUE =
  /\b(?:no|nr|issue|h)\.?\s?(\d{1,4}(?:[-–/]\d{1,3})?)\b|\d[*_]{0,3}\s?\((?!(?:1[5-9]|20)\d\d)(\d{1,4}(?:[-–/]\d{1,3})?)\)/diu;
const PAGES =
  /(?:\b(?:pp?\.?|pages?|s\.)\s?|[:,]\s?)([a-z]?\d{1,6}\s?[-–—]{1,2}\s?[a-z]?\d{1,6})(?![\d/-])|\b(?:pp?\.|pages?)\s?([a-z]?\d{1,6})\b|\d,\s(\d{1,6})(?=\s\((?:1[5-9]|20)\d\d\))/diu;

/** Where and when a paper appeared, and by what it is known, in running text; nothing that `known` fields say. */
export function placeFields(text: string, rest: Range, known: readonly Found[] = []): Found[] {
  const value = text.slice(rest.from, rest.to);
  const found = [...known];
  const has = (name: Found['name']) => found.some((field) => field.name === name);
  const isFree = ({ from, to }: Range) =>
    found.every(({ range }) => range.from >= to || range.to <= from);
  const add = (name: Found['name'], place: readonly [number, number] | undefined) => {
    if (place === undefined || has(name)) return;
    const range = { from: rest.from + place[0], to: rest.from + place[1] };
    if (!isFree(range)) return;
    found.push(...(name === 'url' ? statedValues(text, 'url', 'url', range) : [{ name, range }]));
  };
  const whole = (match: RegExpExecArray | null): [number, number] | undefined =>
    match === null ? undefined : [match.index, match.index + match[0].length];
  const group = (match: RegExpExecArray | null) => match?.indices?.slice(1).find(Boolean);
  const address = ADDRESS.exec(value);
  if (address !== null && isPaperAddress(address[0])) add('url', whole(address));
  add('doi', whole(DOI.exec(value)));
  add('arxiv', whole(ARXIV.exec(value)));
  add('pmid', whole(PMID.exec(value)));
  const year = [...value.matchAll(YEAR)].findLast(({ index }) =>
    isFree({ from: rest.from + index, to: rest.from + index + 4 }),
  );
  if (year !== undefined) add('year', [year.index, year.index + 4]);
  const edited = EDITED.exec(value);
  const editors = group(edited);
  const people =
    editors && peopleIn(text, { from: rest.from + editors[0], to: rest.from + editors[1] });
  const start = people ? (edited?.[0].length ?? 0) : 0;
  if (people) found.push(...people.people.map((range): Found => ({ name: 'editor', range })));
  const where = group(WHERE.exec(value.slice(start)));
  if (where !== undefined) add('venue', [start + where[0], start + where[1]]);
  const behind = where === undefined ? start : start + where[1];
  const after = (pattern: RegExp): [number, number] | undefined => {
    const place = group(pattern.exec(value.slice(behind)));
    return place && [behind + place[0], behind + place[1]];
  };
  add('volume', after(VOLUME));
  add('issue', after(ISSUE));
  add('pages', after(PAGES));
  return found.slice(known.length).sort((a, b) => byPlace(a.range, b.range));
}
