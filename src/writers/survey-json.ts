import { z } from 'zod';
import {
  given,
  type Lines,
  type MathCoverage,
  type Provenance,
  type Publication,
  type PublishedSurvey,
  type PublishedWork,
  publishedSurveySchema,
  type RichText,
  type ShownText,
  type Span,
  type Survey,
  type Work,
} from '../model/index.ts';
import { toHtml, toLatex, toPlain } from '../text/index.ts';
import { permalinkUrl } from './addresses.ts';
import type { WriterContext } from './writer.ts';

/** The survey as published in `data/survey.json`: everything the pages show, and where each value was read. */
export function surveyJson(survey: Survey): PublishedSurvey {
  const workOfRecord = new Map(
    survey.works.flatMap((work) => work.records.map((key) => [key, work.permalink] as const)),
  );
  const { title, description, url, language, licence, curator, edition } = survey.site;
  return {
    $schema: 'survey.schema.json',
    site: { title, description, url, language, licence, ...(curator ? { curator } : {}) },
    edition: edition ?? null,
    works: survey.works.map((work) => publishWork(work, survey)),
    departed: survey.departed.map(({ permalink, title, identifiers, fate }) => ({
      permalink,
      url: permalinkUrl({ permalink }, survey.site),
      title,
      identifiers,
      ...fate,
    })),
    themes: survey.themes.map((theme) => ({
      slug: theme.slug,
      label: theme.label,
      tagline: theme.tagline,
      scope_note: theme.scopeNote,
      ...(theme.suggested ? { suggested: true as const } : {}),
      digest: theme.digest,
      works: theme.works,
      neighbours: theme.neighbours,
      cites: theme.cites,
    })),
    seeds: survey.seeds.map((seed) => ({
      path: seed.path,
      format: seed.format,
      bytes: seed.bytes,
      ledger: seed.account.totals,
      withheld: seed.account.parts.reduce(
        (bytes, { withheld, span }) => bytes + (withheld ? span.end - span.start : 0),
        0,
      ),
      records: seed.records.flatMap((key) => {
        const record = survey.records.get(key);
        if (!record) return [];
        return [
          {
            key,
            lines: pair(record.raw.lines),
            span: range(record.raw.span),
            work: workOfRecord.get(key) ?? null,
            // The parts of a name stand in the work.
            fields: record.raw.fields.map(({ parts: _, caseKept: __, ...field }) => ({
              ...field,
              span: range(field.span),
            })),
          },
        ];
      }),
    })),
    flow: survey.flow,
    math: publishMath(survey.math),
    messages: survey.messages.map(({ source, ...message }) => ({
      ...message,
      ...(source
        ? {
            source: {
              file: source.file,
              ...(source.lines ? { lines: pair(source.lines) } : {}),
            },
          }
        : {}),
    })),
  };
}

/** The JSON Schema (draft 2020-12) that `data/survey.json` obeys. */
export function surveyJsonSchema(): object {
  return z.toJSONSchema(publishedSurveySchema);
}

/** One work as an element of `works`. */
export function publishWork(work: Work, { site, records }: WriterContext): PublishedWork {
  const { authors, journalRef, categories, comment, codeUrl, abstract, note } = work.fields;
  const { publication } = work;
  const count = authors?.value.count;
  return {
    permalink: work.permalink,
    url: permalinkUrl(work, site),
    citation_key: work.citationKey,
    title: renderings(work.title.value.rich),
    title_origin: work.title.from.kind,
    authors: authors?.value.names ?? [],
    authors_incomplete: authors?.value.more ?? true,
    ...(count === undefined ? {} : { author_count: count }),
    identifiers: work.identifiers.map((identifier) => identifier.value),
    issued: publication.issued?.iso ?? null,
    issued_year_inferred: publication.issued?.yearInferred ?? false,
    venue: publication.containerTitle ?? null,
    publication: publishPublication(publication),
    keywords: work.keywords.map(({ value }) => value),
    journal_ref: journalRef?.value ?? null,
    categories: categories?.value ?? [],
    comment: comment ? renderings(comment.value.rich) : null,
    ...given({ note: note?.value }),
    code_url: codeUrl?.value ?? null,
    abstract: abstract ? renderings(abstract.value.rich) : null,
    abstract_truncated: work.truncated,
    themes: work.themes,
    related: work.related.map((neighbour) => neighbour.permalink),
    near_twins: work.nearTwins,
    sources: work.records.flatMap((key) => {
      const record = records.get(key);
      return record ? [{ seed: record.seed, lines: pair(record.raw.lines) }] : [];
    }),
    observations: work.observations.map(({ field, value, standing, from }) => ({
      field,
      value,
      standing,
      from: publishProvenance(from),
    })),
  };
}

function publishPublication(publication: Publication): PublishedWork['publication'] {
  const { archive } = publication;
  return {
    type: publication.type,
    ...given({
      kind: publication.kind,
      event_date: publication.eventDate,
      chapter: publication.chapterNumber,
      page_count: publication.numberOfPages,
      translators: publication.translators,
    }),
    is_preprint: publication.isPreprint,
    issued_of: publication.issued?.of ?? null,
    posted: publication.posted ?? null,
    genre: publication.genre ?? null,
    container_title: publication.containerTitle ?? null,
    container_title_short: publication.containerTitleShort ?? null,
    volume: publication.volume ?? null,
    issue: publication.issue ?? null,
    page: publication.page ?? null,
    article_number: publication.articleNumber ?? null,
    publisher: publication.publisher ?? null,
    publisher_place: publication.publisherPlace ?? null,
    edition: publication.edition ?? null,
    collection_title: publication.collectionTitle ?? null,
    collection_number: publication.collectionNumber ?? null,
    isbn: publication.isbn ?? null,
    issn: publication.issn ?? null,
    institution: publication.institution ?? null,
    event: publication.event ?? null,
    event_place: publication.eventPlace ?? null,
    language: publication.language ?? null,
    version: publication.version ?? null,
    status: publication.status ?? null,
    remark: publication.remark ?? null,
    editors: publication.editors,
    archive: archive
      ? {
          name: archive.name,
          id: archive.id ?? null,
          category: archive.category ?? null,
          ...given({ doi: archive.doi }),
        }
      : null,
  };
}

function publishProvenance(from: Provenance): PublishedWork['observations'][number]['from'] {
  switch (from.kind) {
    case 'seed':
      return {
        kind: 'seed',
        seed: from.seed,
        record: from.record,
        span: range(from.span),
        lines: pair(from.lines),
      };
    case 'correction':
      return {
        kind: 'correction',
        file: from.file,
        line: from.line,
        reason: from.reason,
        evidence: [...from.evidence],
      };
    case 'inferred':
      return { kind: 'inferred', rule: from.rule };
  }
}

function publishMath({
  spans,
  texts,
  left,
  failed,
  unknown,
}: MathCoverage): PublishedSurvey['math'] {
  return {
    spans: {
      intact: spans.intact,
      mended: spans.mended,
      repaired: spans.repaired,
      left_verbatim: spans.left,
      rendered: spans.rendered,
      failed: spans.failed,
    },
    texts: { without_math: texts.plain, all_set: texts.set, partly_set: texts.partly },
    left_verbatim: left.map(({ text: printed, at: _, reason, confidence, ...place }) => ({
      ...where(place),
      text: printed,
      reason,
      confidence: Math.round(100 * confidence) / 100,
    })),
    failed: failed.map(({ latex, reason, ...place }) => ({ ...where(place), latex, reason })),
    unknown_commands: unknown.map(({ command, ...place }) => ({ ...where(place), command })),
  };
}

const where = ({ permalink, field, seed }: ShownText) => ({
  permalink,
  field,
  source: seed === undefined ? null : { seed: seed.path, lines: pair(seed.lines) },
});

const renderings = (rich: RichText) => ({
  plain: toPlain(rich),
  html: toHtml(rich),
  latex: toLatex(rich),
});

const pair = (lines: Lines): [number, number] => [lines[0], lines[1]];

const range = (span: Span): [number, number] => [span.start, span.end];
