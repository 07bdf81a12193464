declare namespace App {
  /** What a theme page tells the components inside its prose. */
  interface Locals {
    prose?: ReturnType<typeof import('./prose/index.ts').proseOf>;
  }
}

declare module 'virtual:theme-prose' {
  interface SetProse {
    Content: import('astro/runtime/server/index.js').AstroComponentFactory;
    /** Whether there may be formulas in it. */
    hasMath: boolean;
  }
  /** Prose by slug of its theme; a theme without prose is absent. */
  export const proseOfThemes: ReadonlyMap<string, SetProse>;
  /** Prose by slug of the survey's own page; an empty page is absent. */
  export const proseOfPages: ReadonlyMap<string, SetProse>;
}

/** What the integration tells the pages it bundles; in Node neither is there. */
interface ImportMetaEnv {
  /** Folder of the program. */
  readonly FLORILEGIUM_PACKAGE?: string;
  /** Folder of the survey. */
  readonly FLORILEGIUM_ROOT?: string;
}
