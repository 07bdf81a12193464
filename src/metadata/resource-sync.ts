import type { Changes, Edition, ReleasedEdition, Site, Survey } from '../model/index.ts';
import { escapeHtml, wholesome } from '../text/index.ts';
import { paperPath, themePath } from '../view/index.ts';
import { absoluteUrl } from '../writers/index.ts';

/** Root path of the document where a harvester begins. */
export const capabilityListPath = '/resourcesync/capabilitylist.xml';

interface Released extends Pick<Survey, 'editions'> {
  site: Site;
}

const kinds = ['created', 'updated', 'deleted'] as const;
type Kind = (typeof kinds)[number];

/** What happened to one page at a time. */
interface Change {
  path: string;
  kind: Kind;
  /** `2026-11-01T00:00:00Z` */
  at: string;
}

/**
 * The documents of ResourceSync (ANSI/NISO Z39.99-2017), by which a harvester learns what pages there are and what
 * became of them: papers and themes as of each edition. By file name; none before the first edition.
 */
export function resourceSync(survey: Released): ReadonlyMap<string, string> {
  const { site, editions } = survey;
  const first = editions[0];
  const last = editions.at(-1);
  if (first === undefined || last === undefined) return new Map();
  const file = (name: string) => absoluteUrl(site, `/resourcesync/${name}`);
  const up = (name: string) => `<rs:ln rel="up" href="${escapeHtml(file(name))}"/>`;
  const changes = changesOf(editions);
  const entry = (path: string, inner: string) =>
    `<url><loc>${escapeHtml(absoluteUrl(site, path))}</loc>${inner}</url>`;
  return new Map([
    [
      'description.xml',
      document('<rs:md capability="description"/>', [
        entry(capabilityListPath, '<rs:md capability="capabilitylist"/>'),
      ]),
    ],
    [
      'capabilitylist.xml',
      document(`${up('description.xml')}<rs:md capability="capabilitylist"/>`, [
        entry('/resourcesync/resourcelist.xml', '<rs:md capability="resourcelist"/>'),
        entry('/resourcesync/changelist.xml', '<rs:md capability="changelist"/>'),
      ]),
    ],
    [
      'resourcelist.xml',
      document(
        `${up('capabilitylist.xml')}<rs:md capability="resourcelist" at="${momentOf(last)}"/>`,
        present(changes).map(({ path, at }) => entry(path, `<lastmod>${at}</lastmod>`)),
      ),
    ],
    [
      'changelist.xml',
      document(
        `${up('capabilitylist.xml')}<rs:md capability="changelist" from="${momentOf(first)}"/>`,
        changes.map(({ path, kind, at }) =>
          entry(path, `<rs:md change="${kind}" datetime="${at}"/>`),
        ),
      ),
    ],
  ]);
}

/** Every change of a page from one edition to the next, earliest first. */
function changesOf(editions: readonly ReleasedEdition[]): Change[] {
  return editions.flatMap((edition) => {
    const at = momentOf(edition);
    const pages = pagesOf(edition.changes);
    return kinds.flatMap((kind) => pages[kind].map((path) => ({ path, kind, at })));
  });
}

/** Pages that a difference of editions created, updated and deleted; a page that only leads elsewhere counts as deleted. */
function pagesOf(changes: Changes): Record<Kind, string[]> {
  const papers = (list: readonly { permalink: string }[]) =>
    list.map(({ permalink }) => paperPath(permalink));
  const themes = (list: readonly { slug: string }[]) => list.map(({ slug }) => themePath(slug));
  const { added, returned, changed, merged, withdrawn, dropped } = changes;
  return {
    created: [...papers([...added, ...returned]), ...themes(changes.themes.added)],
    updated: [...papers(changed), ...themes(changes.themes.changed)],
    deleted: [...papers([...merged, ...withdrawn, ...dropped]), ...themes(changes.themes.removed)],
  };
}

/** The last change of every page that is still there, in order of path. */
function present(changes: readonly Change[]): Change[] {
  return [...new Map(changes.map((change) => [change.path, change])).values()]
    .filter(({ kind }) => kind !== 'deleted')
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The first moment of the time an edition is named after, in UTC. */
function momentOf({ edition }: Edition): string {
  const [year, month = '01', day = '01'] = edition.split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}

function document(head: string, entries: readonly string[]): string {
  return wholesome(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:rs="http://www.openarchives.org/rs/terms/">
${[head, ...entries].join('\n')}
</urlset>
`);
}
