import type { Work } from '../model/index.ts';
import { identifierOf } from '../writers/index.ts';
import { escapeHtml } from './html.ts';
import { type SurveyView, yearOf } from './survey-view.ts';
import { authorsMissing, nameInverted } from './words.ts';

/** Up to so many authors are all named; of more, the first nineteen and the last (APA 7, 9.8). */
const ALL_AUTHORS = 20;

/** A reference to a paper, for the page and for the clipboard. */
export interface Reference {
  html: string;
  plain: string;
}

/** A reference in the manner of APA, made from what the survey knows. */
export function reference(work: Work, view: SurveyView): Reference {
  const title = view.titlePlain(work);
  const stop = /[.?!]$/.test(title) ? '' : '.';
  const before = `${authors(work)} (${yearOf(work) ?? 'n.d.'}).`;
  const venue = work.fields.venue?.value;
  const number = identifier(work);
  return {
    html: [
      escapeHtml(before),
      `${view.title(work)}${stop}`,
      ...(venue ? [`<em>${escapeHtml(venue)}</em>.`] : []),
      ...(number ? [escapeHtml(number)] : []),
    ].join(' '),
    plain: [before, `${title}${stop}`, ...(venue ? [`${venue}.`] : []), ...(number ? [number] : [])]
      .join(' ')
      .replaceAll('\u00a0', ' '),
  };
}

function identifier(work: Work): string | undefined {
  const arxiv = identifierOf(work, 'arxiv');
  if (arxiv) return `arXiv:${arxiv}.`;
  const doi = identifierOf(work, 'doi');
  return doi && `doi:${doi}.`;
}

function authors(work: Work): string {
  const known = work.fields.authors?.value;
  if (!known || known.names.length === 0) return `${authorsMissing(known)}.`;
  const names = known.names.map(nameInverted);
  if (known.more) return `${names.slice(0, ALL_AUTHORS - 1).join(', ')}, et al.`;
  if (names.length === 1) return names.join('');
  if (names.length > ALL_AUTHORS) {
    return `${names.slice(0, ALL_AUTHORS - 1).join(', ')}, … ${names.at(-1)}`;
  }
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`;
}
