import { getSurvey } from '../../src/loaders/index.ts';
import type { Identifier, PublishedWork, RichText, Survey, Work } from '../../src/model/index.ts';
import { surveyJson, type Writer } from '../../src/writers/index.ts';

/** The survey of the seeds beside the works as `data/survey.json` publishes them, which exports are held against. */
export interface SeedsSurvey {
  survey: Survey;
  published: PublishedWork[];
  write(writer: Writer): string;
}

/** Builds the survey of the seeds. */
export async function seedsSurvey(): Promise<SeedsSurvey> {
  const survey = await getSurvey();
  const { works } = surveyJson(survey);
  if (works.length < 160) throw new Error(`${works.length} works, expected 160 at least`);
  return { survey, published: works, write: (writer) => writer.write(survey.works, survey) };
}

/** The value of a published work's identifier in one scheme; empty where it has none. */
export function identifierIn(work: PublishedWork, wanted: Identifier['scheme']): string {
  return work.identifiers.find(({ scheme }) => scheme === wanted)?.value ?? '';
}

/** What an export names as the address: where the first identifier leads, and nothing where no source tells one. */
export function isAddressOf(work: PublishedWork, url: unknown): boolean {
  const [first] = work.identifiers;
  if (first === undefined) return url === undefined || url === '';
  if (typeof url !== 'string') return false;
  return url === first.value || decodeURI(url).endsWith(first.value);
}

/** The texts of a rich text between its formulas; one for a text without any. */
export function textsOf(rich: RichText): string[] {
  const texts = [''];
  for (const node of rich) {
    if (node.type === 'math') texts.push('');
    else texts.push(`${texts.pop() ?? ''}${plainOf(node)}`);
  }
  return texts;
}

function plainOf(node: RichText[number]): string {
  if ('children' in node) return node.children.map(plainOf).join('');
  if (node.type === 'math') return node.source;
  return node.type === 'break' ? ' ' : node.value;
}

/** Rich title and abstract of a work, with the published strings of each. */
export function textFields(work: Work, published: PublishedWork) {
  const { abstract } = work.fields;
  return [
    { name: 'title', rich: work.title.value.rich, ...published.title },
    ...(abstract && published.abstract
      ? [{ name: 'abstract', rich: abstract.value.rich, ...published.abstract }]
      : []),
  ];
}

/** A text as TeX sees it: a tie is a blank, and so is any run of blanks. */
export const inTex = (text: string) => text.replace(/[\s\u00a0]+/gu, ' ').trim();
