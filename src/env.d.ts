declare namespace App {
  /** What a theme page tells the components inside its prose. */
  interface Locals {
    prose?: import('./prose/prose.ts').Prose;
  }
}
