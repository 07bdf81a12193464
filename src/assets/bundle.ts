import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { getSurvey, packageFolder, surveyFolders } from '../loaders/index.ts';
import { catalogueOf } from '../words/index.ts';
import { forBrowsers } from './esbuild.ts';
import { type Licence, licencesOf } from './licences.ts';
import { type OwnLooks, ownLooks } from './own-looks.ts';

/** Style sheets and scripts a page may name. Scripts are classic ones, so that they run from `file://` too. */
const ENTRIES = {
  site: 'src/styles/site.css',
  math: 'src/styles/math.css',
  scheme: 'src/client/scheme.entry.ts',
  page: 'src/client/page.entry.ts',
  searchPage: 'src/search/browser/search-page.entry.ts',
  searchDialog: 'src/search/browser/search-dialog.entry.ts',
  listPage: 'src/search/browser/list-page.entry.ts',
  exportList: 'src/export/browser/export-list.entry.ts',
  readingList: 'src/reading-list/browser/reading-list.entry.ts',
  readingListPage: 'src/reading-list/browser/reading-list-page.entry.ts',
  exporter: 'src/export/browser/exporter.entry.ts',
  serviceWorker: 'src/service-worker/browser/register.entry.ts',
} as const;
export type AssetName = keyof typeof ENTRIES;

/** Fonts the layout preloads, by file name under `src/styles/fonts/`. */
const PRELOADED_FONT = 'text-regular';

export interface SiteAssets extends OwnLooks {
  /** File name of each entry under `/assets/`: `site-3f6a92d0.css`. */
  entries: Record<AssetName, string>;
  /** File name of the font that nearly every page begins with. */
  font: string;
  /** Of everything that is in the bundles. */
  licences: readonly Licence[];
  /** Every file under `/assets/` with its bytes, by file name. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** `, url(fonts/KaTeX_AMS-Regular.woff) format("woff")` */
const OLDER_FONT_FORMAT = /,\s*url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g;

/** Every browser that can show the site reads WOFF2, so KaTeX's older font files stay behind. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  setup({ onLoad }) {
    onLoad({ filter: /katex\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(OLDER_FONT_FORMAT, ''),
      loader: 'css',
    }));
  },
};

/** Folders whose modules do nothing when they are imported: what is not used of them stays behind. */
const PURE_FOLDERS = /[\\/]src[\\/](?:model|text|words|writers|search)[\\/]/;

const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  setup({ onResolve, resolve: resolveAgain }) {
    onResolve({ filter: /^\.\.?\// }, async ({ path, pluginData, ...from }) => {
      if (pluginData === onlyWhatIsUsed) return undefined;
      const found = await resolveAgain(path, { ...from, pluginData: onlyWhatIsUsed });
      return PURE_FOLDERS.test(found.path) ? { path: found.path, sideEffects: false } : undefined;
    });
  },
};

/** Puts the words of a language in the place of the English ones that scripts import. */
const wordsOf = (language: string): Plugin => ({
  name: 'words-of-a-language',
  setup({ onResolve, resolve: resolveAgain }) {
    onResolve({ filter: /^\.\/en\.[jt]s$/ }, ({ path, importer, resolveDir, kind }) => {
      if (!/[\\/]words[\\/]scripts\.[jt]s$/.test(importer)) return undefined;
      return resolveAgain(path.replace('en', catalogueOf(language)), {
        importer: `${importer}#${language}`,
        resolveDir,
        kind,
      });
    });
  },
});

const nameOf = (path: string) => basename(path.replaceAll('\\', '/'));

let current: Promise<SiteAssets> | undefined;

/** Styles, fonts and scripts of the site, bundled once for a process. Names carry a hash of the content. */
export function siteAssets(): Promise<SiteAssets> {
  // While developing, every page shows the styles as they are on disk.
  if (import.meta.env?.DEV) return bundle();
  current ??= bundle();
  return current;
}

async function bundle(): Promise<SiteAssets> {
  const { site } = await getSurvey();
  const { outputFiles, metafile } = await build({
    ...forBrowsers,
    absWorkingDir: packageFolder,
    entryPoints: { ...ENTRIES },
    outdir: 'assets',
    metafile: true,
    entryNames: '[name]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file' },
    logLevel: 'warning',
    plugins: [onlyWoff2, wordsOf(site.language), onlyWhatIsUsed],
  });

  const { files: ownFiles, ...own } = await ownLooks(site, surveyFolders().content);
  const files = new Map(outputFiles.map(({ path, contents }) => [nameOf(path), contents]));
  for (const [name, bytes] of ownFiles) files.set(name, bytes);
  const outputs = Object.entries(metafile.outputs);
  const entry = (source: string): string => {
    const found = outputs.find(([, output]) => output.entryPoint === source);
    const plain = nameOf(found?.[0] ?? '');
    const contents = files.get(plain);
    if (!contents) throw new Error(`esbuild made nothing of ${resolve(packageFolder, source)}`);
    // What esbuild calls [hash] depends on where packages lie, and this on the content alone.
    const digest = createHash('sha256').update(contents).digest('hex').slice(0, 8);
    const name = plain.replace('.', `-${digest}.`);
    files.delete(plain);
    files.set(name, contents);
    return name;
  };
  const font = [...files.keys()].find(
    (name) => name.startsWith(`${PRELOADED_FONT}-`) && !name.includes('-ext-'),
  );
  if (font === undefined) throw new Error(`src/styles/fonts.css names no ${PRELOADED_FONT}.woff2`);
  return {
    entries: {
      site: entry(ENTRIES.site),
      math: entry(ENTRIES.math),
      scheme: entry(ENTRIES.scheme),
      page: entry(ENTRIES.page),
      searchPage: entry(ENTRIES.searchPage),
      searchDialog: entry(ENTRIES.searchDialog),
      listPage: entry(ENTRIES.listPage),
      exportList: entry(ENTRIES.exportList),
      readingList: entry(ENTRIES.readingList),
      readingListPage: entry(ENTRIES.readingListPage),
      exporter: entry(ENTRIES.exporter),
      serviceWorker: entry(ENTRIES.serviceWorker),
    },
    ...own,
    licences: await licencesOf(Object.keys(metafile.inputs)),
    font,
    files,
  };
}
