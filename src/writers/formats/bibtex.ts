import type { Citable } from '../../model/index.ts';
import { toLatex } from '../../text/index.ts';
import { citedAddress, identifierOf } from '../addresses.ts';
import { bibAuthors, bibEntry, type BibField, bibTitle, braced, bracedText } from './bib-entry.ts';
import { type Publication, publicationOf } from '../publication.ts';
import type { CitableWriter, CitingSite } from '../writer.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const types = { proceedings: 'inproceedings', journal: 'article', preprint: 'misc' };

/**
 * BibTeX with the fields arXiv itself gives (`eprint`, `archivePrefix`, `primaryClass`), for the classic styles.
 *
 * Written from the rich text and not through a library: the ones there are escape `$`, so a title
 * such as `$R^{4}$ec` would print its dollars.
 */
export const bibtex: CitableWriter = {
  format: 'bibtex',
  label: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  holds: 'For BibTeX and its classic styles; formulas in LaTeX.',
  write: (works, { site }) => works.map((work) => entry(work, site)).join('\n'),
};

function entry(work: Citable, site: CitingSite): string {
  const { issued, abstract, categories, venue } = work.fields;
  const publication = publicationOf(work);
  const arxiv = identifierOf(work, 'arxiv');
  const [year, month, day] = issued?.value.iso.split('-') ?? [];
  return bibEntry(types[publication.kind], work.citationKey, [
    ['title', braced(bibTitle(work.title.value.rich))],
    ['author', braced(bibAuthors(work))],
    ...venueFields(publication, venue?.value),
    ['year', braced(year)],
    ['month', month && months[Number(month) - 1]],
    ['date', day && braced(issued?.value.iso)],
    ['eprint', braced(arxiv)],
    ['archivePrefix', arxiv && '{arXiv}'],
    ['primaryClass', arxiv && braced(categories?.value[0])],
    ['doi', braced(identifierOf(work, 'doi'))],
    ['pmid', braced(identifierOf(work, 'pmid'))],
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
        ['journal', bracedText(publication.title)],
        ['volume', braced(publication.volume)],
        ['number', braced(publication.issue)],
        ['pages', braced(publication.pages?.replace(/[-–]/, '--'))],
      ];
    case 'preprint':
      return [['note', bracedText(venue)]];
  }
}
