import { DOI_PREFIX } from '../../model/index.ts';

// `10.1145/3711896.3737079`, `doi: 10.1002/asi.70005`, `https://doi.org/10.1002/asi.70005`
const DOI = new RegExp(
  String.raw`^(?:doi[\s:]{0,4}|https?://(?:dx\.)?doi\.org/)?(?=${DOI_PREFIX}\S+$)`,
  'i',
);

/** Where the DOI begins in a value that is one and nothing else; undefined for another value. */
export function doiStart(value: string): number | undefined {
  return DOI.exec(value)?.[0].length;
}
