import type { Citable } from '../../model/index.ts';
import { toLatex } from '../../text/index.ts';
import { citedAddress, identifierOf } from '../addresses.ts';
import { bibAuthors, bibEntry, type BibField, bibTitle, braced, bracedText } from './bib-entry.ts';
import { type Publication, publicationOf } from '../publication.ts';
import type { CitableWriter, CitingSite } from '../writer.ts';

const types = { proceedings: 'inproceedings', journal: 'article', preprint: 'misc' };

/**
 * BibTeX for biblatex and biber: whole dates, `eprinttype` and `eprintclass` (manual, 3.14.7). Preprints are `@misc`:
 * readers that check fields by type refuse eprint fields in `@online`.
 */
export const biblatex: CitableWriter = {
  format: 'biblatex',
  label: 'biblatex',
  extension: 'biblatex.bib',
  mediaType: 'application/x-bibtex',
  holds: 'For biblatex and biber: whole dates and eprint fields.',
  write: (works, { site }) => works.map((work) => entry(work, site)).join('\n'),
};

function entry(work: Citable, site: CitingSite): string {
  const { issued, abstract, categories, venue } = work.fields;
  const publication = publicationOf(work);
  const arxiv = identifierOf(work, 'arxiv');
  const pmid = identifierOf(work, 'pmid');
  return bibEntry(types[publication.kind], work.citationKey, [
    ['title', braced(bibTitle(work.title.value.rich))],
    ['author', braced(bibAuthors(work))],
    ...venueFields(publication, venue?.value),
    ['date', braced(issued?.value.iso)],
    ['eprint', braced(arxiv ?? pmid)],
    ['eprinttype', arxiv ? '{arxiv}' : pmid && '{pubmed}'],
    ['eprintclass', arxiv && braced(categories?.value[0])],
    ['doi', braced(identifierOf(work, 'doi'))],
    ['url', braced(citedAddress(work, site))],
    ['abstract', abstract && braced(toLatex(abstract.value.rich))],
  ]);
}

function venueFields(publication: Publication, venue: string | undefined): BibField[] {
  switch (publication.kind) {
    case 'proceedings':
      return [['booktitle', bracedText(publication.title)]];
    case 'journal':
      return [
        ['journaltitle', bracedText(publication.title)],
        ['volume', braced(publication.volume)],
        ['number', braced(publication.issue)],
        ['pages', braced(publication.pages?.replace(/[-–]/, '--'))],
      ];
    case 'preprint':
      return [['note', bracedText(venue)]];
  }
}
