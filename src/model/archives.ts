/** An archive that programs name beside the identifier of a work in it (biblatex manual, 3.14.7). */
interface Archive {
  /** As biblatex calls it: `jstor`. */
  type: string;
  /** Other names of it, in small letters. */
  names?: readonly string[];
  /** What precedes an identifier in the address of a work. */
  address: string;
  /** What an identifier looks like. */
  id: RegExp;
}

const ARCHIVES: readonly Archive[] = [
  {
    type: 'hal',
    names: ['hal archives ouvertes', 'hal-archives-ouvertes', 'hal_id'],
    address: 'https://hal.science/',
    id: /^[a-z]{2,12}-\d{5,9}(?:v\d+)?$/,
  },
  { type: 'jstor', address: 'https://www.jstor.org/stable/', id: /^[\w.]+(?:\/[\w.]+)?$/ },
  {
    type: 'googlebooks',
    names: ['google books'],
    address: 'https://books.google.com/books?id=',
    id: /^[\w-]{6,20}$/,
  },
  { type: 'hdl', names: ['handle'], address: 'https://hdl.handle.net/', id: /^[\w.]+\/[^\s"<>]+$/ },
  { type: 'ssrn', address: 'https://ssrn.com/abstract=', id: /^\d{4,9}$/ },
  {
    type: 'pmc',
    names: ['pmcid', 'pubmed central'],
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/',
    id: /^PMC\d{3,9}$/,
  },
  {
    type: 'iacr',
    names: ['cryptology eprint archive', 'iacr eprint', 'iacr cryptology eprint archive'],
    address: 'https://eprint.iacr.org/',
    id: /^\d{4}\/\d{1,5}$/,
  },
];

/**
 * The address of a work in an archive; undefined where the archive is not known or the identifier none of its own.
 *
 * @param archive as `eprinttype` or `archivePrefix` has it, in any case
 */
export function archiveAddress(archive: string, id: string): string | undefined {
  const name = archive.trim().toLowerCase();
  const known = ARCHIVES.find(({ type, names = [] }) => type === name || names.includes(name));
  return known?.id.test(id) === true ? known.address + id : undefined;
}

/** The archive and the identifier that an address is of; undefined for any other address. */
export function archivedAt(address: string): { type: string; id: string } | undefined {
  for (const { type, address: start, id } of ARCHIVES) {
    const rest = address.startsWith(start) ? address.slice(start.length) : '';
    if (id.test(rest)) return { type, id: rest };
  }
  return undefined;
}
