import anyAscii from 'any-ascii';
import { stringify } from 'yaml';

/** What the files of a new survey depend on. */
interface Beginning {
  /** Of its folder: `my-survey`. */
  name: string;
  /** What its package depends on: `^0.2.0`. */
  dependency: string;
  /** Version of Node it is begun with. */
  node: string;
  hasSeeds: boolean;
}

/** Node that publishes a survey, and that a survey brings where there is an older one than this program needs. */
const NODE = 24;
const LEAST_NODE = [22, 12] as const;

/** The files of a new survey, but for its seeds, by path. */
export function filesOf(beginning: Beginning): Map<string, string> {
  return new Map([
    ['content/site.yaml', siteYaml(beginning)],
    ['package.json', packageJson(beginning)],
    ['.gitignore', 'node_modules/\ndist/\n.astro/\n.florilegium/\n'],
    ['.github/workflows/pages.yml', GITHUB],
    ['.gitlab-ci.yml', GITLAB],
    // Git keeps no empty folder.
    ...(beginning.hasSeeds ? [] : [['seeds/.gitkeep', ''] as const]),
  ]);
}

/** `My survey` for `my-survey`. */
function titleOf(name: string): string {
  const words = name.replace(/[-_.\s]+/g, ' ').trim();
  return words === '' ? 'A survey' : words.charAt(0).toUpperCase() + words.slice(1);
}

const siteYaml = ({
  name,
}: Beginning) => `# yaml-language-server: $schema=../node_modules/florilegium/docs/site.schema.json
# What the survey is called, how it looks and where it will stand. Every line may be left out; all there are, with
# examples: node_modules/florilegium/docs/site-yaml.md

${stringify({ title: titleOf(name) })}
# One paragraph, on the first page and in search results.
# description: What is known of this field, from the listings in seeds/.

# Public address with the path. Set it before you publish: permalinks and the sitemap are printed with it.
# url: https://example.org/${encodeURIComponent(name)}/

# language: en

# Who answers for the survey.
# curator:
#   name: Ada Long
#   url: https://example.org/ada/

# Licence of what you write. Abstracts belong to their authors.
licence:
  name: CC BY 4.0
  url: https://creativecommons.org/licenses/by/4.0/
`;

function packageJson({ name, dependency, node }: Beginning): string {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  const isOld = major < leastMajor || (major === leastMajor && minor < leastMinor);
  const slug = anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  // npm takes no package that has the name of what it depends on.
  const own = slug === '' || slug === 'florilegium' ? 'survey' : slug;
  return `${JSON.stringify(
    {
      name: own,
      private: true,
      scripts: {
        build: 'florilegium build',
        dev: 'florilegium dev',
        preview: 'florilegium preview',
        check: 'florilegium check',
        florilegium: 'florilegium',
      },
      dependencies: { florilegium: dependency, ...(isOld ? { node: String(NODE) } : {}) },
      // npm asks which packages may run a script when they are installed.
      allowScripts: { esbuild: true, ...(isOld ? { node: true } : {}) },
    },
    undefined,
    2,
  )}\n`;
}

const GITHUB = `# Publishes the survey on GitHub Pages. In the settings of the repository, below Pages, choose GitHub Actions as source.
name: Publish the survey
on:
  push:
    branches: [main, master]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deploy.outputs.page_url }}
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: ${NODE}
      - run: npm install
      - run: npx florilegium build
      - uses: actions/upload-pages-artifact@v4
        with:
          path: dist
      - id: deploy
        uses: actions/deploy-pages@v4
`;

const GITLAB = `# Publishes the survey on GitLab Pages.
pages:
  image: node:${NODE}
  script:
    - npm install
    - npx florilegium build
    - mv dist public
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;
