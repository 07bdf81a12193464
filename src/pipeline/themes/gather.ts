import type {
  Departed,
  Mention,
  Message,
  OwnPage,
  RichText,
  Theme,
  Work,
  WrittenPage,
  WrittenTheme,
} from '../../model/index.ts';
import { parseTex, privateStretches } from '../../text/index.ts';
import { digestOf } from '../hashes.ts';
import { addTo, compareText, unique } from '../lists.ts';
import { type Citation, citations, type ReadProse } from './citations.ts';
import type { ProseProblem } from './prose-problems.ts';

/** A theme whose rules name the papers of now, where one it names was merged into another. */
export function withoutMerged(
  theme: WrittenTheme,
  moved: ReadonlyMap<string, string>,
): WrittenTheme {
  const { rules } = theme.frontMatter;
  const current = (permalinks: readonly string[]) =>
    unique(permalinks.map((permalink) => moved.get(permalink) ?? permalink));
  return {
    ...theme,
    frontMatter: {
      ...theme.frontMatter,
      rules: { ...rules, pins: current(rules.pins), unpins: current(rules.unpins) },
    },
  };
}

/** The themes of a survey, and what their prose says of works. */
export interface GatheredThemes {
  /** In their order. */
  themes: Theme[];
  /** By permalink, in order of themes. */
  mentions: ReadonlyMap<string, Mention[]>;
  messages: Message[];
}

/** Themes with their papers, neighbours and citations; those of a merged paper as of the one it was merged into. */
export function gatherThemes(
  input: readonly WrittenTheme[],
  /** Addresses of own pages, and those that were ever released. */
  others: readonly string[],
  works: readonly Work[],
  departed: readonly Departed[],
  moved: ReadonlyMap<string, string>,
): GatheredThemes {
  const messages: Message[] = [];
  const cited = new Map<string, Map<string, RichText[]>>();
  const known = new Set(works.map((work) => work.permalink));
  const bySlug = new Map(input.map(({ slug }) => [slug, [] as string[]]));
  const shared = new Map<string, Map<string, number>>();
  for (const work of works) {
    const slugs = work.themes.map(({ slug }) => slug);
    for (const slug of slugs) {
      bySlug.get(slug)?.push(work.permalink);
      const counts = shared.get(slug) ?? new Map<string, number>();
      shared.set(slug, counts);
      for (const other of slugs)
        if (other !== slug) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  const places = placesOf(known, departed, input, others);
  const themes = input.map(({ slug, file, frontMatter, body, bodyLine }): Theme => {
    const read = citedIn({ file, body, bodyLine }, known, departed, moved);
    const { sentences, messages: said, links } = read;
    const page = { file, bodyLine, path: `/themes/${slug}/` };
    messages.push(...said, ...deadLinks(links, page, places));
    cited.set(slug, sentences);
    const neighbours = Array.from(shared.get(slug) ?? [], ([other, count]) => ({
      slug: other,
      shared: count,
    }));
    neighbours.sort((a, b) => b.shared - a.shared || compareText(a.slug, b.slug));
    return {
      ...frontMatter,
      slug,
      file,
      digest: digestOf(JSON.stringify([frontMatter, body])),
      works: bySlug.get(slug) ?? [],
      neighbours,
      cites: [...sentences.keys()],
    };
  });
  themes.sort(
    (a, b) => a.order - b.order || compareText(a.label, b.label) || compareText(a.slug, b.slug),
  );
  const mentions = new Map<string, Mention[]>();
  for (const { slug } of themes) {
    for (const [permalink, sentences] of cited.get(slug) ?? [])
      addTo(mentions, permalink, { kind: 'theme', slug, sentences });
  }
  return { themes, mentions, messages };
}

/** The pages of a survey's own in the order of the navigation, with what they cite. */
export function gatherPages(
  input: readonly WrittenPage[],
  others: readonly string[],
  works: readonly Work[],
  themes: readonly Theme[],
  departed: readonly Departed[],
  moved: ReadonlyMap<string, string>,
): { pages: OwnPage[]; mentions: ReadonlyMap<string, Mention[]>; messages: Message[] } {
  const known = new Set(works.map((work) => work.permalink));
  const places = placesOf(known, departed, themes, others);
  const messages: Message[] = [];
  const mentions = new Map<string, Mention[]>();
  const inOrder = input.toSorted(
    ({ frontMatter: a, slug: one }, { frontMatter: b, slug: other }) =>
      a.order - b.order || compareText(a.title, b.title) || compareText(one, other),
  );
  const pages = inOrder.map(({ slug, file, frontMatter, body, bodyLine }): OwnPage => {
    const read = citedIn({ file, body, bodyLine }, known, departed, moved);
    const page = { file, bodyLine, path: `/pages/${slug}/` };
    messages.push(...read.messages, ...deadLinks(read.links, page, places));
    for (const [permalink, sentences] of read.sentences)
      addTo(mentions, permalink, { kind: 'page', slug, sentences });
    const { title, label = title, description = title } = frontMatter;
    const cites = [...read.sentences.keys()];
    const digest = digestOf(JSON.stringify([frontMatter, body]));
    return { slug, file, title, label, description, text: read.text, digest, cites };
  });
  return { pages, mentions, messages };
}

/** Lists of papers that stand beside papers. */
const LISTS: readonly string[] = ['with-code'];

/** Paths of papers, present and former, of their lists, of themes and of own pages. */
const placesOf = (
  known: ReadonlySet<string>,
  departed: readonly Departed[],
  themes: readonly { slug: string }[],
  others: readonly string[],
): ReadonlySet<string> =>
  new Set([
    ...[...known, ...departed.map((each) => each.permalink), ...LISTS].map(
      (name) => `/papers/${name}/`,
    ),
    ...themes.map(({ slug }) => `/themes/${slug}/`),
    ...others.map((address) => `/${address}/`),
  ]);

/** `/papers/arxiv-2507.17249/` */
const PLACE = /^\/(?:papers|themes|pages)\/[^/]+\/?$/;
/** The first parts of the site's addresses; a name with a dot may be any file beside them. */
const ROOMS =
  /^\/(?:$|[^/]*\.|(?:about|assets|authors|changes|data|download|editions|id|licences|offline|pages|papers|reading-list|report|resourcesync|search|sources|themes)(?:\/|$))/;

/** Links of a text to papers, themes and pages that are not there. */
function deadLinks(
  links: ReadProse['links'],
  { file, bodyLine, path }: Pick<WrittenTheme, 'file' | 'bodyLine'> & { path: string },
  places: ReadonlySet<string>,
): Message[] {
  const page = `https://site.invalid${path}`;
  return links.flatMap(({ href, line }): Message[] => {
    if (!URL.canParse(href, page)) return [];
    const { hostname, pathname } = new URL(href, page);
    if (hostname !== 'site.invalid') return [];
    const place = pathname.replace(/\/?$/, '/');
    if (PLACE.test(pathname) ? places.has(place) : ROOMS.test(pathname)) return [];
    const at = bodyLine + line - 1;
    return [
      {
        code: 'link-without-page',
        severity: 'warning',
        source: { file, lines: [at, at] },
        text: `A link leads to ${href}, where the site has no page.`,
        hint: 'Take the address from the page that is meant, or take the link out.',
      },
    ];
  });
}

/** What a text cites, and what is wrong with its citations. */
function citedIn(
  { file, body, bodyLine }: Pick<WrittenTheme, 'file' | 'body' | 'bodyLine'>,
  known: ReadonlySet<string>,
  departed: readonly Departed[],
  moved: ReadonlyMap<string, string>,
): Pick<ReadProse, 'text' | 'links'> & {
  sentences: Map<string, RichText[]>;
  messages: Message[];
} {
  const prose = citations(body);
  const messages = prose.problems.map((problem) => unreadProse(problem, file, bodyLine));
  messages.push(...privateProse(body, file, bodyLine));
  const sentences = citedNow(prose.citations, moved);
  for (const permalink of sentences.keys()) {
    if (known.has(permalink)) continue;
    const gone = departed.some((each) => each.permalink === permalink);
    const line = bodyLine + body.slice(0, body.indexOf(permalink)).split('\n').length - 1;
    const source: NonNullable<Message['source']> = { file, lines: [line, line] };
    messages.push(gone ? withdrawnCitation(permalink, source) : unknownCitation(permalink, source));
  }
  return { sentences, messages, text: prose.text, links: prose.links };
}

/** `{/* not printed *\/}` */
const REMARK = /\{\/\*[\s\S]*?\*\/\}/g;

/** What a text that people wrote for the survey says of somebody's computer or mail: it is printed, for it may be meant so. */
function privateProse(body: string, file: string, bodyLine: number): Message[] {
  const printed = body.replace(REMARK, (remark) => remark.replace(/[^\n]/g, ' '));
  // `../../notes.pdf` leads to a file of the site.
  const found = privateStretches(printed).filter(({ from }) => printed[from] !== '.');
  return found.map(({ from }) => {
    const line = bodyLine + printed.slice(0, from).split('\n').length - 1;
    return {
      code: 'private-in-prose',
      severity: 'warning',
      source: { file, lines: [line, line] },
      text: 'The text has a mail address or a local path in it, which is published as it stands.',
      hint: 'Take it out, unless everybody may read it.',
    };
  });
}

/** The sentences that cite each paper of now, in order of first mention. */
function citedNow(
  cited: readonly Citation[],
  moved: ReadonlyMap<string, string>,
): Map<string, RichText[]> {
  const texts = new Map<string, string[]>();
  for (const { permalink, sentences } of cited) {
    for (const sentence of sentences) addTo(texts, moved.get(permalink) ?? permalink, sentence);
  }
  return new Map(
    Array.from(texts, ([permalink, sentences]) => [
      permalink,
      unique(sentences).map((sentence) => parseTex(sentence).rich),
    ]),
  );
}

function withdrawnCitation(permalink: string, source: NonNullable<Message['source']>): Message {
  return {
    code: 'citation-of-withdrawn',
    severity: 'warning',
    source,
    text: `The text cites ${permalink}, which is withdrawn; the mark is left out.`,
    hint: 'Revise the sentence, or take the citation out.',
  };
}

function unknownCitation(permalink: string, source: NonNullable<Message['source']>): Message {
  return {
    code: 'citation-without-paper',
    severity: 'error',
    source,
    text: `The text cites ${permalink}, and no paper has this permalink.`,
    hint: 'Take the permalink from the address of the paper’s page.',
  };
}

function unreadProse({ line, text, hint }: ProseProblem, file: string, bodyLine: number): Message {
  const at = bodyLine + line - 1;
  return {
    code: 'unreadable-prose',
    severity: 'error',
    source: { file, lines: [at, at] },
    text,
    hint,
  };
}
