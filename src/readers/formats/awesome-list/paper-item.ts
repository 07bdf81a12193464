import { type FieldName, SHORT_MONTH } from '../../../model/index.ts';
import {
  accepts,
  isAuthorsLine,
  isCodeAddress,
  isPaperAddress,
  meaningOf,
  paperSigns,
  statedValues,
} from '../../fields/index.ts';
import { type MarkdownLink, type Run, runsOf } from '../../scan/index.ts';
import { type Found, type Range, byPlace, trimmed } from '../../seed/index.ts';

// What a link is called when its label is not a title: `Paper`, `[PDF]`, `code`, `📄 arXiv`, `Link`
const GENERIC =
  /^(?:the )?(?:(?:full |official |unofficial |original |conference |journal |long |short |workshop |camera.ready )?(?:papers?|pdf|arxiv|preprint|link|url|html|doi|abs|abstract|openreview|acl|ieee|acm|springer|nature|neurips|here|read|article|book|chapter|thesis|survey|report|tech(?:nical)? report|publication|论文|code|codes|github|gitlab|repo|repository|project|project page|page|web|website|site|homepage|home|demo|data|dataset|datasets|video|youtube|slides?|poster|blog|blog post|post|tweet|twitter|x|thread|talk|models?|weights|checkpoints?|hugging ?face|hf|docs?|documentation|supp|supplementary|supplement(?:al|ary) materials?|appendix|bib|bibtex|cite|notes?|reading notes|summary|review|pytorch|tensorflow|tf|keras|jax|matlab|c\+\+|python|java|colab|notebook|benchmark|leaderboard|media|news|press|interview|podcast|discord|wechat|zhihu|bilibili|medium|reddit|version|v\d|new|star|stars|license|caption|image|fig|figure|semantic ?scholar|google scholar|dblp|papers ?with ?code|pwc|alphaxiv|scholar|tutorial|homepage|解读|代码|中文|video|app|api|tool|toolkit|software|implementation|source(?: code)?|download|arxiv:? ?\d{4}\.\d{4,5}(?:v\d)?)(?: link| page| repo| site| version)?)(?: \d| \((?!\d{4}).{1,20}\))?$/i;

// Where or when, and nothing else: `CVPR 2023`, `arXiv 2405.12345`, `NeurIPS'20`, `2023-05`, `ICLR`
const VENUE_LABEL =
  /^(?:[\p{Lu}\d][\p{L}\d&@.+-]{1,18}[ -]?['’]?(?:(?:19|20)?\d\d|\d{4}\.\d{4,5}(?:v\d)?)(?: ?(?:[Ww]orkshops?|[Ff]indings|[Oo]ral|[Pp]oster|[Ss]potlight|[Bb]est [Pp]aper|[Mm]ain|[Dd]emo|W))?|\d{4}(?:[-/.]\d{1,2}){0,2}|\p{Lu}{2,6}|\p{L}{3,12} \d{4}|[Aa]r[Xx]iv.{0,16})$/u;

// What a line under a paper begins with: `Authors`, `Key idea`; never a title
const FIELD_LABEL =
  /^(?:title|authors?|keywords?|tl;?dr|key (?:idea|contribution|point|insight|finding)s?|motivation|methods?|contributions?|institutions?|affiliations?|venue|date|year|published|publication|summary|abstract|tasks?|domain|tags?|comments?|highlights?|results?|conclusions?|takeaways?|paper (?:link|title|url)|code link)$/i;

// `2020`, not part of a longer number
const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/g;

// `2023-05-12`, `2023/05`, `12 May 2023`, `May 12, 2023`, `May 2023`
export const DATE = new RegExp(
  String.raw`^(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?|(?:\d{1,2} )?${SHORT_MONTH}[a-z]{0,6}\.? (?:\d{1,2},? )?(?:19|20)\d\d)$`,
);

// Words that no person is called: `AI`, `Journal`, `NeurIPS`
const NOT_A_NAME =
  /\b(?:AI|Journal|Conference|Proceedings|Proc|Nature|Science|IEEE|ACM|Springer|Elsevier|Press|Workshop|Transactions|Trans|Letters|Review|Communications|Preprint|arXiv|Blog|University|Institute|Research|Google|Meta|OpenAI|DeepMind|Microsoft|Advances|Findings|Symposium|Neural|Networks?|Learning|International|Survey|Models?|Language|Systems?|Code|Paper|Oral|Spotlight|Poster|Best|Award)\b/;

// Lines that talk about the list and not of a paper: `We released …`, `Please star …`
const ABOUT_THE_LIST =
  /^(?:we|our|this|these|that|please|if|for|see|check|you|i|here|if you|awesome|thanks|special thanks|welcome|note|news|update[sd]?|released?|added|contact|feel free|follow|join|star|more|click|related|also|other|and|the (?:paper|code|survey|list|repo))\b/i;

/** Longest item that is looked at; longer ones are documents of their own. */
const LONGEST_ITEM = 30_000;

/** Fewer signs, without a link, say nothing: a year alone. */
const FEWEST_SIGNS = 2;

/** What an item of a list says about its paper. */
export interface PaperItem {
  fields: Found[];
  title: Range;
  /** Whether a link leads to the paper, by its address or its label. */
  linked: boolean;
  /** How much else says that it is a paper: {@link paperSigns}. */
  signs: number;
}

/**
 * The paper in a list item, paragraph or heading with what follows it; null when there is none. A paper
 * has a title, and a link that leads to it: by its address, or by a label such as `paper`. Without such a link it may be
 * one whose title is linked or bold, and beside which names, a place or a year stand.
 *
 * @param strict True for running text: the title must be bold or linked and begin the text.
 */
export function readPaperItem(text: string, range: Range, strict: boolean): PaperItem | null {
  if (range.to - range.from > LONGEST_ITEM) return null;
  const { runs, links } = runsOf(text, range);
  const linked = links.some((link) => isPaperLink(text, link));
  const title =
    linkedTitle(text, runs, strict) ??
    boldTitle(text, runs, strict) ??
    (strict || !linked ? null : plainTitle(text, runs));
  if (title === null) return null;
  const fields = fieldsOf(text, runs, links, title);
  const signs = paperSigns(text, fields);
  return linked || signs >= FEWEST_SIGNS ? { title: title.range, fields, linked, signs } : null;
}

/** True for a link to a paper, by its address, or by its label and any address outside of code hosts. */
export function isPaperLink(text: string, link: MarkdownLink): boolean {
  const address = text.slice(link.target.from, link.target.to);
  if (isPaperAddress(address)) return true;
  const label = plain(text.slice(link.label.from, link.label.to)).toLowerCase();
  return (
    /^(?:full |original )?(?:paper|pdf|arxiv|preprint|论文|paper link)$/.test(label) &&
    /^https?:\/\//i.test(address) &&
    !isCodeAddress(address)
  );
}

/** A text without the marks at its ends: `Paper` of `[**Paper**]`, `📄 Paper:`. */
function plain(value: string): string {
  return value.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})+]+$/gu, '');
}

export function isGenericLabel(value: string): boolean {
  const label = plain(value);
  return label === '' || GENERIC.test(label) || VENUE_LABEL.test(label);
}

interface Title {
  range: Range;
  /** With marks inside left out, where there are any. */
  value?: string;
  /** Runs that are part of it, from the first to before the last. */
  first: number;
  end: number;
}

/** The title from one run to before another one, without the punctuation that closes it. */
function titleOf(text: string, runs: readonly Run[], first: number, end: number): Title | null {
  const [start] = runs.slice(first, first + 1);
  const last = runs[end - 1];
  if (start === undefined || last === undefined) return null;
  const range = bare(text, { from: start.from, to: last.to });
  if (range.to <= range.from) return null;
  if (end - first === 1) return { range, first, end };
  let value = '';
  let at = start.from;
  for (const run of runs.slice(first, end)) {
    if (value !== '' && /\s/.test(text.slice(at, run.from))) value += ' ';
    value += text.slice(
      Math.max(run.from, range.from),
      Math.max(range.from, Math.min(run.to, range.to)),
    );
    at = run.to;
  }
  return { range, value: value.trim(), first, end };
}

// What closes a title and is not of it: `Title.`, `“Title”,`, `Title:`
const BARE_START = /^[\s"“”'‘`:,;.\-–—|]+/u;
const BARE_END = /[\s"”’`:,;|\-–—[({\\]+$/u;

function bare(text: string, range: Range): Range {
  const value = text.slice(range.from, range.to);
  const start = BARE_START.exec(value)?.[0].length ?? 0;
  let end = value.length - (BARE_END.exec(value)?.[0].length ?? 0);
  // One full stop closes a title; three are of it.
  if (value[end - 1] === '.' && value[end - 2] !== '.') end -= 1;
  return { from: range.from + Math.min(start, end), to: range.from + Math.max(start, end) };
}

function isTitle(value: string, fewestWords: number): boolean {
  const label = value.trim();
  if (label.length < 3 || label.length > 400 || !/\p{L}{2}/u.test(label)) return false;
  if (isGenericLabel(label) || FIELD_LABEL.test(plain(label)) || /^https?:\/\//i.test(label))
    return false;
  return label.split(/\s+/).length >= fewestWords || /\p{Script=Han}{6}/u.test(label);
}

/** The first link with a title for a label, unless running text leads up to it. */
function linkedTitle(text: string, runs: readonly Run[], strict: boolean): Title | null {
  for (let index = 0; index < runs.length; index += 1) {
    const { link, bold } = runs[index] ?? {};
    if (link === null || link === undefined) continue;
    let end = index + 1;
    while (runs[end]?.link === link) end += 1;
    const label = text.slice(link.label.from, link.label.to);
    const address = text.slice(link.target.from, link.target.to);
    const here = index;
    index = end - 1;
    if (!isTitle(label.replaceAll(/[*_`]/g, ''), bold === true ? 1 : 2)) continue;
    if (address.startsWith('#') || !/^https?:\/\//i.test(address)) return null;
    const before = runs.slice(0, here);
    if (before.some((run) => run.bold && isTitle(text.slice(run.from, run.to), 3))) return null;
    if (before.some((run) => isRunning(text.slice(run.from, run.to)))) return null;
    if (
      strict &&
      before.some((run) => {
        const lead = text.slice(run.from, run.to).trim();
        return run.link === null && !isPrefix(lead) && !isNames(lead, false);
      })
    )
      return null;
    if (
      isCodeAddress(address) &&
      !runs.slice(end).some((run) => run.link !== null && isPaperLink(text, run.link))
    )
      return null;
    return titleOf(text, runs, here, end);
  }
  return null;
}

/** True for words before a title that make a sentence with it: `Our survey has been accepted by`. */
function isRunning(value: string): boolean {
  if (ABOUT_THE_LIST.test(plain(value))) return true;
  const small = value.match(/(?<![\p{L}\p{N}.'-])\p{Ll}{2,}/gu) ?? [];
  return (
    small.filter(
      (word) => !/^(?:and|et|al|of|in|for|on|the|by|von|van|der|de|la|with|to)$/.test(word),
    ).length > 1
  );
}

/** True for what may stand before a title: `[CVPR 2023]`, `(2023/05)`, `🔥`, `2023-05:`. */
function isPrefix(value: string): boolean {
  const inner = plain(value);
  return inner === '' || VENUE_LABEL.test(inner) || DATE.test(inner) || inner.length <= 12;
}

/** A bold stretch at the start, with the rest of its name after a colon: `**LoRA**: Low-Rank Adaptation`. */
function boldTitle(text: string, runs: readonly Run[], strict: boolean): Title | null {
  const first = runs.findIndex((run) => run.bold && isTitle(text.slice(run.from, run.to), 1));
  const run = runs[first];
  if (run === undefined) return null;
  const before = runs.slice(0, first).filter(({ link }) => link === null);
  if (before.some((each) => isRunning(text.slice(each.from, each.to)))) return null;
  if (strict && before.some((each) => !isPrefix(text.slice(each.from, each.to)))) return null;
  let end = first + 1;
  while (runs[end]?.bold === true && runs[end]?.line === run.line) end += 1;
  const value = text.slice(run.from, runs[end - 1]?.to ?? run.to);
  if (ABOUT_THE_LIST.test(plain(value)) && value.split(/\s+/).length < 4) return null;
  const next = runs[end];
  const follows = next === undefined ? '' : text.slice(next.from, next.to);
  const nickname = /:$/.test(value) || follows.startsWith(':');
  if (nickname && next !== undefined && next.link === null && next.line === run.line) {
    const sentence = firstSentence(follows.replace(/^:\s*/, ''));
    if (sentence.length <= 250 && sentence.split(/\s+/).length >= 2) {
      const to = next.from + follows.indexOf(sentence) + sentence.length;
      const shortened = { ...next, to };
      return titleOf(text, [...runs.slice(0, end), shortened], first, end + 1);
    }
  }
  if (value.split(/\s+/).length < 2 && strict) return null;
  return titleOf(text, runs, first, end);
}

/** Unmarked text before the first link to the paper, or after links at the start. */
function plainTitle(text: string, runs: readonly Run[]): Title | null {
  for (const [index, run] of runs.entries()) {
    if (run.link !== null || run.line !== runs[0]?.line) continue;
    const raw = text.slice(run.from, run.to);
    if (isPrefix(raw)) continue;
    const lead = PREFIX.exec(raw)?.[0].length ?? 0;
    const value = raw.slice(lead);
    if (ABOUT_THE_LIST.test(plain(value)) && value.split(/\s+/).length < 4) return null;
    const after = runs[index + 1];
    const afterText = after === undefined ? '' : text.slice(after.from, after.to);
    if (after?.link !== null && after !== undefined && !isGenericLabel(afterText)) return null;
    const rest = runs.slice(index + 1).filter((each) => each.link === null);
    if (
      rest.some(
        (each) => each.line === run.line && /^\p{Ll}{2,}\s/u.test(text.slice(each.from, each.to)),
      )
    )
      return null;
    const dated = NAMES_AND_YEAR.exec(value)?.[0].length ?? 0;
    const quoted = /^["“](.{8,300}?)[.,]?["”]/u.exec(value)?.[1];
    let from = run.from + lead + dated;
    let sentence = quoted ?? firstSentence(value.slice(dated));
    if (quoted === undefined && isNames(sentence, false)) {
      from += sentence.length + 1;
      sentence = firstSentence(text.slice(from, run.to).trimStart());
    }
    if (!isTitle(sentence, 3) || isRunningSentence(sentence)) return null;
    from = text.indexOf(sentence, from);
    return titleOf(
      text,
      [...runs.slice(0, index), { ...run, from, to: from + sentence.length }],
      index,
      index + 1,
    );
  }
  return null;
}

// What stands before an unmarked title: `[CVPR 2023] `, `(ICLR'21 Oral) `, `2023/05: `, `🔥 `
const PREFIX =
  /^(?:[[({【`][^\])}】`]{1,40}[\])}】`][\s:,-]*|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?[\s:,|-]+|[^\p{L}\p{N}"“([]+)+/u;

// Authors and year before a title, as psychologists write them: `Gardener, A., & Hedge, G. (2019). `
const NAMES_AND_YEAR = /^\p{Lu}[^()]{3,300}\((?:19|20)\d\d[a-z]?\)[.,:]?\s+/u;

// Sentences with a subject that is not a paper: `We propose …`, `This repository …`
function isRunningSentence(value: string): boolean {
  return /^(?:we|our|this|these|please|if you|you|i|here|see|check|thanks)\b/i.test(value);
}

/** The text up to its first full stop, or up to the venue in brackets: `A Title` of `A Title. ICLR 2020.` */
function firstSentence(value: string): string {
  const end =
    /(?<![\s.]\p{Lu}|\b(?:vs|et al|i\.e|e\.g))[.?!](?=\s+[\p{Lu}([“"]|\s*$)|,\s+(?=[\p{Lu}\d][^,]{0,60}(?:19|20)\d\d)|\s+[([](?=[^)\]]{0,40}(?:19|20)\d\d)|\s+[|–—]\s|\s+-\s/u.exec(
      value,
    );
  if (end === null) return value.trim();
  const keep = /^[?!]/.test(end[0]) ? end.index + 1 : end.index;
  return value.slice(0, keep).trim();
}

// One person, by initials: `C. Apis`
const INITIALED = /^(?:\p{Lu}\.[ -]?){1,3}\p{Lu}\p{Ll}[\p{L}'’-]*$/u;

/** True for a list of names: `Jie Zhou, Ganqu Cui`, `Battaglia, Peter W and Hamrick, Jessica B`. */
function isNames(value: string, alone: boolean): boolean {
  const list = value
    .replace(/[.,;]$/, '')
    .replaceAll(/,?\s+(?:and|&)\s+/g, ', ')
    .replace(/,?\s*(?:et al\.?|others|\.\.\.|…)$/i, '')
    .replaceAll(/(?<=\p{L})[*†‡§\d^]+(?=,|$)/gu, '');
  if (list.length > 1500 || NOT_A_NAME.test(list) || !isAuthorsLine(list)) return false;
  return alone || list.includes(',') || /et al/.test(value) || INITIALED.test(list);
}

/** True for what may be one person's name, and is no known venue: `Ann Lee`. */
export function isPerson(value: string): boolean {
  return value.includes(' ') && !value.includes(',') && isNames(value, true);
}

// `, 2025` behind words
const YEAR_BEHIND = /(?<=\p{L}.*),\s+((?:19|20)\d\d)$/u;

function fieldsOf(
  text: string,
  runs: readonly Run[],
  links: readonly MarkdownLink[],
  title: Title,
): Found[] {
  const fields: Found[] = [
    {
      name: 'title',
      range: title.range,
      ...(title.value === undefined ? {} : { value: title.value }),
    },
  ];
  const has = (name: FieldName) => fields.some((field) => field.name === name);
  // The year may stand at the end of the words of the link: `[A Title, 2025](https://…)`
  const dated =
    title.value === undefined
      ? YEAR_BEHIND.exec(text.slice(title.range.from, title.range.to))
      : null;
  if (dated !== null) {
    const [whole, year = ''] = dated;
    const { from, to } = title.range;
    fields.splice(0, 1, { name: 'title', range: { from, to: to - whole.length } });
    fields.push({ name: 'year', range: { from: to - year.length, to } });
  }
  let paperSeen = false;
  const own = runs[title.first]?.link;
  const leads = links.some((link) => isPaperLink(text, link))
    ? (link: MarkdownLink) => isPaperLink(text, link)
    : (link: MarkdownLink) => link === own;
  for (const link of links) {
    const address = text.slice(link.target.from, link.target.to);
    if (link.target.to <= link.target.from) continue;
    const label = plain(text.slice(link.label.from, link.label.to)).slice(0, 40);
    if (!paperSeen && leads(link)) {
      paperSeen = true;
      fields.push({ name: 'url', range: link.target });
    } else if (isCodeAddress(address) && !has('code_url'))
      fields.push({ name: 'code_url', range: link.target });
    else
      fields.push({
        name: 'other',
        range: link.target,
        label: label === '' || label.includes('](') ? 'link' : label,
      });
  }
  const abstractAt = runs.findIndex(
    (run, index) =>
      index >= title.end && /^(?:abstract|abs|摘要)\W*$/i.test(text.slice(run.from, run.to)),
  );
  const folded = abstractAt < 0 ? [] : runs.slice(abstractAt + 1);
  const [firstFolded] = folded;
  if (firstFolded !== undefined) {
    const range = { from: firstFolded.from, to: folded.at(-1)?.to ?? firstFolded.to };
    for (let at = fields.length - 1; at >= 0; at -= 1) {
      if ((fields[at]?.range.from ?? 0) >= range.from) fields.splice(at, 1);
    }
    fields.push({ name: 'abstract', range });
  }
  const described = abstractAt < 0 ? runs : runs.slice(0, abstractAt);
  described.forEach((run, index) => {
    if (run.link !== null) {
      const label = text.slice(run.from, run.to);
      const inTitle = index >= title.first && index < title.end;
      if (!inTitle && !isNamedOnly(label)) whereAndWhen(text, run, fields);
      return;
    }
    const parts = index >= title.first && index < title.end ? outside(run, title.range) : [run];
    for (const part of parts) describe(text, { ...run, ...part }, fields, index >= title.end - 1);
  });
  return fields
    .filter(({ range }) => range.to > range.from)
    .sort((a, b) => byPlace(a.range, b.range));
}

function isNamedOnly(label: string): boolean {
  return GENERIC.test(plain(label)) || plain(label) === '';
}

function outside(run: Range, title: Range): Range[] {
  return [
    { from: run.from, to: Math.max(run.from, title.from) },
    { from: Math.min(run.to, title.to), to: run.to },
  ].filter(({ from, to }) => to > from);
}

// Where one statement about a paper ends and the next begins: `. `, ` | `, ` - `
const STATEMENT_END =
  /(?<!(?:^|[\s.])\p{Lu}|\bal|\bProc|\bTrans|\bInt|\bConf|\bJ)\.(?=\s+[\p{Lu}(\d])|\s+[|–—-]\s+/gu;

/** What a stretch of text beside the title says: authors, venue and year, or something else. */
function describe(text: string, run: Run, fields: Found[], afterTitle: boolean): void {
  const whole = bare(text, run);
  const value = text.slice(whole.from, whole.to);
  if (!/[\p{L}\p{N}]/u.test(value) || /^\[[xX]\]$/.test(value)) return;
  if (FIELD_LABEL.test(plain(value))) return;
  if (afterTitle && labelled(text, whole, fields)) return;
  const abstract = ABSTRACT_LABEL.exec(value);
  if (abstract !== null && afterTitle) {
    const range = { from: whole.from + abstract[0].length, to: trimmed(text, run).to };
    if (range.to - range.from >= 80) fields.push({ name: 'abstract', range });
    return;
  }
  const noAuthors = !fields.some(({ name }) => name === 'authors');
  if (noAuthors && isNames(value, run.italic)) {
    fields.push({ name: 'authors', range: whole });
    return;
  }
  if (value.length >= 250 && afterTitle) {
    fields.push({ name: 'other', label: 'summary', range: trimmed(text, run) });
    return;
  }
  if (
    run.italic &&
    !value.includes('.') &&
    !fields.some(({ name }) => name === 'venue') &&
    !/\d/.test(value)
  ) {
    fields.push({ name: 'venue', range: whole });
    return;
  }
  let at = whole.from;
  for (const match of [...value.matchAll(STATEMENT_END), null]) {
    const to = match === null ? whole.to : whole.from + match.index;
    const range = bare(text, { from: at, to });
    at = match === null ? whole.to : to + match[0].length;
    const piece = text.slice(range.from, range.to);
    if (!/[\p{L}\p{N}]/u.test(piece)) continue;
    if (!fields.some(({ name }) => name === 'authors') && isNames(piece, false)) {
      fields.push({ name: 'authors', range });
    } else if (!whereAndWhen(text, range, fields)) {
      fields.push({ name: 'other', label: 'note', range });
    }
  }
}

// `Authors: `, `作者：`; what is behind a bar has a label of its own
const STATED = /(?:^|\s+\|\s+)(\p{L}[\p{L} _-]{1,30})\s?(?::\s+|：\s*)/dgu;

/** Takes what a line of labels says of a paper, `Published: 2026-01-13 | Category: cs.LG`; false where it has no known one. */
function labelled(text: string, range: Range, fields: Found[]): boolean {
  const value = text.slice(range.from, range.to);
  const labels = [...value.matchAll(STATED)];
  const known = labels.map((match) => {
    const [field] = [...meaningOf(match[1] ?? '')].sort(([, a], [, b]) => a - b)[0] ?? [];
    return field === 'comment' || field === 'title' || field === 'type' ? undefined : field;
  });
  if (labels[0]?.index !== 0 || known.every((field) => field === undefined)) return false;
  labels.forEach((match, index) => {
    const from = range.from + match.index + match[0].length;
    const to = range.from + (labels[index + 1]?.index ?? value.length);
    const place = bare(text, unbracketed(text, { from, to: Math.max(from, to) }));
    const content = text.slice(place.from, place.to);
    const label = match[1] ?? '';
    const field = known[index];
    const isSound = field !== undefined && accepts(field, content);
    for (const found of statedValues(text, isSound ? field : 'other', label, place)) {
      if (
        found.name === 'author' ||
        !fields.some(({ name }) => name === found.name && name !== 'other')
      ) {
        fields.push(found);
      }
    }
  });
  return true;
}

const ABSTRACT_LABEL = /^(?:abstract|摘要)\s*[:.：]?\s*/i;

/** Venue, year or date in a short text: `AI Open 2020`, `(ICLR 2020)`, `2023/05`. False when it has none of them. */
function whereAndWhen(text: string, range: Range, fields: Found[]): boolean {
  const inner = unbracketed(text, range);
  const value = text.slice(inner.from, inner.to);
  const has = (wanted: FieldName) => fields.some(({ name }) => name === wanted);
  if (DATE.test(value) && !has('date')) {
    fields.push({ name: 'date', range: inner });
    return true;
  }
  const year = [...value.matchAll(YEAR)].at(-1);
  const hasVenue = has('venue');
  if (year === undefined) {
    if (!hasVenue && VENUE_LABEL.test(value) && /\p{L}/u.test(value)) {
      fields.push({ name: 'venue', range: inner });
      return true;
    }
    if (hasVenue || !/^[\p{Lu}][\p{L}&.+-]{1,14}$/u.test(value) || !/\p{Lu}.*\p{Lu}/u.test(value))
      return false;
    fields.push({ name: 'venue', range: inner });
    return true;
  }
  if (value.length > 200 || has('year')) return false;
  const from = inner.from + year.index;
  fields.push({ name: 'year', range: { from, to: from + 4 } });
  const venue = bare(text, { from: inner.from, to: from });
  const place = text.slice(venue.from, venue.to);
  if (!has('authors') && isNames(place, false)) fields.push({ name: 'authors', range: venue });
  else if (/\p{L}/u.test(place) && !hasVenue) {
    fields.push({ name: 'venue', range: venue });
  }
  const closing = /^[\s)\]】,.:;]*/u.exec(text.slice(from + 4, inner.to))?.[0].length ?? 0;
  const rest = bare(text, { from: from + 4 + closing, to: inner.to });
  const behind = text.slice(rest.from, rest.to);
  if (!has('authors') && isNames(behind, false)) {
    fields.push({ name: 'authors', range: rest });
  } else if (/[\p{L}\p{N}]/u.test(behind)) {
    fields.push({ name: 'other', label: 'note', range: rest });
  }
  return true;
}

function unbracketed(text: string, range: Range): Range {
  const value = text.slice(range.from, range.to);
  const start = /^[\s([{【]+/u.exec(value)?.[0].length ?? 0;
  const end = value.length - (/[\s)\]}】.,]+$/u.exec(value)?.[0].length ?? 0);
  return { from: range.from + Math.min(start, end), to: range.from + Math.max(start, end) };
}
