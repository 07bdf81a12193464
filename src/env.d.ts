declare namespace App {
  /** What a theme page tells the components inside its prose. */
  interface Locals {
    prose?: ReturnType<typeof import('./prose/index.ts').proseOf>;
  }
}
