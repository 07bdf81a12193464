import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RelaxNGValidator, XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { root } from '../build-site.ts';

// Schemas import one another by relative paths.
xmlRegisterFsInputProviders();

const own = (name: string) => join(import.meta.dirname, 'schemas', name);

/** Where each schema comes from. */
const schemas = {
  /** RFC 4287, appendix B. */
  atom: own('atom.rng'),
  /** https://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd, as the package `sitemap` has it. */
  sitemap: join(root, 'node_modules/sitemap/schema/sitemap.xsd'),
  siteindex: own('siteindex.xsd'),
  /** The sitemap schema with the elements of ResourceSync. */
  resourcesync: own('resourcesync.xsd'),
};

/**
 * What a schema has against an XML document, as libxml2 says it; nothing when the document obeys.
 *
 * @throws XmlLibError when the text is no XML
 */
export async function schemaErrors(name: keyof typeof schemas, xml: string): Promise<string[]> {
  const url = schemas[name];
  const schema = XmlDocument.fromString(await readFile(url, 'utf8'), { url });
  const validator = url.endsWith('.rng')
    ? RelaxNGValidator.fromDoc(schema)
    : XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ line, message }) => `line ${line}: ${message.trim()}`);
  } finally {
    document.dispose();
    validator.dispose();
    schema.dispose();
  }
}
