import type { Theme } from '../model/index.ts';
import { escapeHtml } from '../text/index.ts';
import { absoluteUrl } from '../writers/index.ts';
import type { SurveyView } from './survey-view.ts';
import { surveySlug } from './survey-slug.ts';
import { themePath } from './paths.ts';

/** A reference to a part of the survey that people wrote: for the page, and for BibTeX. */
export interface SurveyReference {
  html: string;
  bibtex: string;
}

/** A reference to the whole survey in the state of its edition. */
export function surveyReference(view: SurveyView): SurveyReference {
  const { site, works } = view.survey;
  const title =
    works.length === 0 ? site.title : view.words.home.reference(site.title, works.length);
  return made(view, surveySlug(site).replaceAll('-', ''), title, '', absoluteUrl(site, '/'));
}

/** A reference to the page of one theme in the state of its edition. */
export function themeReference(theme: Theme, view: SurveyView): SurveyReference {
  const { site } = view.survey;
  return made(view, theme.slug, theme.label, site.title, absoluteUrl(site, themePath(theme.slug)));
}

function made(
  { survey, edition, words }: SurveyView,
  key: string,
  title: string,
  whole: string,
  address: string,
): SurveyReference {
  const { site } = survey;
  const year = site.edition?.slice(0, 4);
  const curator = site.curator?.name;
  const note = [whole && words.home.in(whole), edition?.label].filter(Boolean).join('. ');
  const bibtex = [
    `@misc{${key}${year ?? ''},`,
    ...(curator ? [`  author = {${curator}},`] : []),
    `  title  = {${title}},`,
    ...(year ? [`  year   = {${year}},`] : []),
    ...(note ? [`  note   = {${note}},`] : []),
    `  url    = {${address}}`,
    '}',
  ].join('\n');
  const html = [
    ...(curator ? [`${escapeHtml(curator)}.`] : []),
    `<em>${escapeHtml(title)}.</em>`,
    ...(whole ? [`${words.home.in(escapeHtml(whole))}.`] : []),
    ...(edition ? [`${escapeHtml(edition.label)}.`] : []),
    `<span class="address">${escapeHtml(address)}</span>`,
  ].join(' ');
  return { html, bibtex };
}
