import {
  type Survey,
  type Theme,
  usualLimits,
  type Work,
  type WrittenPage,
  type WrittenTheme,
} from '../model/index.ts';
import { mergedInto } from '../pipeline/index.ts';
import { displayName, escapeHtml, toPlainHtml } from '../text/index.ts';
import {
  authorsMissing,
  directionOf,
  editionPath,
  ownPagePath,
  publicationInWords,
  schemeInWords,
  themePath,
} from '../view/index.ts';
import { type PageWords, wordsFor } from '../words/index.ts';
import { absoluteUrl, addressOf, permalinkUrl } from '../writers/index.ts';
import { proseHtml } from './prose-html.ts';

/** What a copy of a survey is made from. */
export interface Copied {
  survey: Survey;
  /** The themes with their prose. */
  themes: readonly WrittenTheme[];
  /** The survey's own pages with their text. */
  pages: readonly WrittenPage[];
}

/** Nothing but the style sheet beside the page. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** The id of a theme, which no permalink has: a permalink has no underscore. */
const themeId = (slug: string) => `theme_${slug}`;

/** A page that shows a survey as it is now, for the time when it will have changed: it stands alone but for its style sheet. */
export function copyPage({ survey, themes, pages }: Copied, edition: string): string {
  const { site, works } = survey;
  const words = wordsFor(site.language);
  const say = words.editions;
  const label = words.editionOf(edition, false);
  const numbers = new Map(works.map(({ permalink }, index) => [permalink, index + 1]));
  const into = mergedInto(survey.departed);
  const cite = (permalink: string) => {
    const now = into.get(permalink) ?? permalink;
    const number = numbers.get(now);
    return number === undefined ? undefined : { number, href: `#${now}` };
  };
  const bodies = new Map(themes.map(({ slug, body }) => [slug, body]));
  const address = absoluteUrl(site, editionPath(edition));
  const title = `${site.title}. ${label}`;
  const direction = directionOf(site.language) === 'rtl' ? ' dir="rtl"' : '';
  const link = (href: string, text: string) =>
    `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
  return `<!doctype html>
<html lang="${escapeHtml(site.language)}"${direction}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escapeHtml(say.copyDescription(site.title, label))}">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${escapeHtml(address)}">
<link rel="stylesheet" href="style.css">
</head>
<body>
<header>
<h1>${escapeHtml(site.title)}</h1>
<p>${escapeHtml(label)}${site.curator === undefined ? '' : ` · ${escapeHtml(site.curator.name)}`}</p>
<p>${escapeHtml(site.description)}</p>
<p class="quiet">${escapeHtml(say.copyNote)} ${link(absoluteUrl(site, '/'), absoluteUrl(site, '/'))}</p>
<p class="quiet">${link(site.licence.url, site.licence.name)}</p>
</header>
<main>
${[
  ...pages.map(({ slug, frontMatter, body }) =>
    section(
      `page_${slug}`,
      frontMatter.title,
      proseHtml(body, {
        name: `page_${slug}`,
        address: absoluteUrl(site, ownPagePath(slug)),
        below: 1,
        cite,
      }),
    ),
  ),
  ...(survey.themes.length === 0
    ? []
    : [
        section(
          'themes_',
          words.frame.themes,
          survey.themes
            .map((theme) =>
              themeHtml(
                theme,
                theme.works.flatMap((permalink) => cite(permalink) ?? []),
                proseHtml(bodies.get(theme.slug) ?? '', {
                  name: themeId(theme.slug),
                  address: absoluteUrl(site, themePath(theme.slug)),
                  below: 2,
                  cite,
                }),
                words,
              ),
            )
            .join('\n'),
        ),
      ]),
  section(
    'papers_',
    words.frame.papers,
    `<ol class="papers">\n${works.map((work) => paperHtml(work, survey, words, numbers)).join('\n')}\n</ol>`,
  ),
].join('\n')}
</main>
</body>
</html>
`;
}

const section = (id: string, title: string, html: string) =>
  `<section id="${id}">\n<h2>${escapeHtml(title)}</h2>\n${html}\n</section>`;

function themeHtml(
  { slug, label, scopeNote, suggested }: Theme,
  papers: readonly { number: number; href: string }[],
  prose: string,
  words: PageWords,
): string {
  const marked = suggested ? `<p class="quiet">${escapeHtml(words.editions.suggested)}</p>\n` : '';
  const list = papers.map(({ number, href }) => `<a href="${href}">${number}</a>`).join(', ');
  return `<section id="${themeId(slug)}">
<h3>${escapeHtml(label)}</h3>
${marked}<p class="quiet">${escapeHtml(scopeNote)}</p>
${prose}
<p class="quiet">${escapeHtml(words.papers(papers.length))}: ${list}</p>
</section>`;
}

function paperHtml(
  work: Work,
  { site, themes }: Survey,
  words: PageWords,
  numbers: ReadonlyMap<string, number>,
): string {
  const { permalink, publication, fields, identifiers } = work;
  const { authors: mostNamed } = site.limits ?? usualLimits;
  const { names = [], more = false } = fields.authors?.value ?? {};
  const rest = names.length - mostNamed;
  const by =
    names.length === 0
      ? authorsMissing(fields.authors?.value, words)
      : names.slice(0, mostNamed).map(displayName).join(', ') +
        (rest > 0 ? words.authorsOf.andMore(rest) : more ? words.authorsOf.andOthers : '');
  const { issued } = publication;
  const facts = [
    ...(issued ? [words.date(issued.iso)] : []),
    ...publicationInWords(publication, words),
  ].map(escapeHtml);
  const ways = identifiers.map(
    ({ value }) =>
      `<a href="${escapeHtml(addressOf(value))}">${escapeHtml(`${schemeInWords(value.scheme, words)}${value.scheme === 'url' ? '' : ` ${value.value}`}`)}</a>`,
  );
  const address = escapeHtml(permalinkUrl(work, site));
  const labels = new Map(themes.map(({ slug, label }) => [slug, label]));
  const filed = work.themes.map(
    ({ slug }) => `<a href="#${themeId(slug)}">${escapeHtml(labels.get(slug) ?? slug)}</a>`,
  );
  const paragraph = (html: string, kind = '') => (html === '' ? '' : `\n<p${kind}>${html}</p>`);
  return `<li id="${permalink}">
<h3>${numbers.get(permalink)}. ${toPlainHtml(work.title.value.rich)}</h3>${paragraph(escapeHtml(by))}${paragraph([...facts, ...ways].join(' · '), ' class="quiet"')}${paragraph(filed.join(' · '), ' class="quiet"')}${paragraph(fields.abstract ? toPlainHtml(fields.abstract.value.rich) : '')}
<p class="quiet"><a href="${address}">${address}</a></p>
</li>`;
}
