import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { inject } from 'vitest';

export type HtmlNode = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** One finished page. */
export interface BuiltPage {
  /** Root path: `/papers/arxiv-2507.17249/`, `/404.html`. */
  path: string;
  html: string;
  document: DefaultTreeAdapterTypes.Document;
}

/** Folder of the finished site. */
export const site = inject('site');

/** Paths of all files of a finished site, with `/`. */
export async function siteFiles(folder = site): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
    .sort();
}

let ofShippedSurvey: Promise<BuiltPage[]> | undefined;

/** Every page of a finished site; those of the shipped survey are read once for all files of a process. */
export function sitePages(folder = site): Promise<BuiltPage[]> {
  if (folder !== site) return readPages(folder);
  ofShippedSurvey ??= readPages(site);
  return ofShippedSurvey;
}

async function readPages(folder: string): Promise<BuiltPage[]> {
  const files = (await siteFiles(folder)).filter((file) => file.endsWith('.html'));
  return Promise.all(
    files.map(async (file) => {
      const html = await readFile(join(folder, file), 'utf8');
      return { path: file.replace(/index\.html$/u, ''), html, document: parse(html) };
    }),
  );
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function attribute(node: HtmlElement, name: string): string | undefined {
  return node.attrs.find((each) => each.name === name)?.value;
}

export function hasClass(node: HtmlElement, name: string): boolean {
  return (attribute(node, 'class') ?? '').split(/\s+/u).includes(name);
}

/** Every element of a tree in document order; a subtree whose root `skip` names is left out. */
export function* elements(
  node: HtmlNode,
  skip: (element: HtmlElement) => boolean = () => false,
): Generator<HtmlElement> {
  if (isElement(node)) {
    if (skip(node)) return;
    yield node;
  }
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child, skip);
}

/** The text of a tree, subtrees whose root `skip` names left out. */
export function textOf(
  node: HtmlNode,
  skip: (element: HtmlElement) => boolean = () => false,
): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (isElement(node) && skip(node)) return '';
  if (!('childNodes' in node)) return '';
  return node.childNodes.map((child) => textOf(child, skip)).join('');
}

/** Whether an element is never read by a person: its text is for programs. */
export function isHidden(element: HtmlElement): boolean {
  return (
    ['script', 'style', 'head', 'template', 'annotation'].includes(element.tagName) ||
    // KaTeX draws every formula twice; the MathML is the readable one.
    hasClass(element, 'katex-html')
  );
}
