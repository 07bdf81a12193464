import { identifierOf } from '../writers/index.ts';
import type { Work } from '../model/index.ts';
import { escapeHtml } from './html.ts';
import { type SurveyView, yearOf } from './survey-view.ts';
import { authorsMissing, nameInverted } from './words.ts';

/** From this many authors on, a reference names the first nineteen and the last (APA 7, 9.8). */
const ALL_AUTHORS = 20;

/** A reference to a paper as HTML, in the manner of APA, made from what the survey knows. */
export function reference(work: Work, view: SurveyView): string {
  const year = yearOf(work);
  const venue = work.fields.venue?.value;
  const parts = [
    `${escapeHtml(authors(work))} (${year ?? 'n.d.'}).`,
    closed(view.title(work), view.titlePlain(work)),
  ];
  if (venue) parts.push(`<em>${escapeHtml(venue)}</em>.`);
  const arxiv = identifierOf(work, 'arxiv');
  const doi = identifierOf(work, 'doi');
  if (arxiv) parts.push(`arXiv:${escapeHtml(arxiv)}.`);
  else if (doi) parts.push(`doi:${escapeHtml(doi)}.`);
  return parts.join(' ');
}

function closed(html: string, plain: string): string {
  return /[.?!]$/.test(plain) ? html : `${html}.`;
}

function authors(work: Work): string {
  const known = work.fields.authors?.value;
  if (!known || known.names.length === 0) return authorsMissing(known);
  const names = known.names.map(nameInverted);
  if (known.more) return `${names.slice(0, ALL_AUTHORS - 1).join(', ')}, et al.`;
  if (names.length === 1) return names.join('');
  if (names.length > ALL_AUTHORS) {
    return `${names.slice(0, ALL_AUTHORS - 1).join(', ')}, … ${names.at(-1)}`;
  }
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`;
}
