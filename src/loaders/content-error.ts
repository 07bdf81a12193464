/** One thing wrong with one file under `content/`. */
export interface ContentProblem {
  /** `content/corrections/hugging-face.yaml` */
  file: string;
  line?: number;
  /** What was found and what was expected. */
  text: string;
  /** What to write instead. */
  hint?: string;
}

/** A file under `content/` cannot be used. Stops the build; the message lists file, line and what to write instead. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(
      problems
        .map(({ file, line, text, hint }) =>
          [`${file}${line === undefined ? '' : `:${line}`}: ${text}`, hint && `  ${hint}`]
            .filter(Boolean)
            .join('\n'),
        )
        .join('\n'),
    );
    this.problems = problems;
  }
}
