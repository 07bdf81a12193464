import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** A start tag of HTML with its place. */
export interface HtmlTag {
  /** In small letters. */
  name: string;
  from: number;
  to: number;
  /** True for `<a/>`. */
  closesItself: boolean;
  /** By their names in small letters, the first of a name. */
  attributes: ReadonlyMap<string, HtmlAttribute>;
}

/** An attribute, from its name to its closing quote. */
interface HtmlAttribute {
  from: number;
  to: number;
  /** With character references decoded. */
  value: string;
}

/** Who is told of the parts of HTML, in their order. */
export interface HtmlListener {
  onStart: (tag: HtmlTag) => void;
  onEnd?: (tag: Pick<HtmlTag, 'name' | 'from' | 'to'>) => void;
  /** All text up to the next tag or comment, that of a script too. */
  onText?: (from: number, to: number) => void;
}

/** How the text of elements is read that hold no markup (HTML 13.2.6.2). */
const TEXT_MODES: ReadonlyMap<string, Tokenizer['state']> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
]);

/**
 * Reads HTML by the tokenizer of its standard, which refuses nothing. A tree would join texts that stand apart in the
 * source, and takes minutes for ten thousand pages.
 */
export function readHtml(html: string, { onStart, onEnd, onText }: HtmlListener): void {
  let text: { from: number; to: number } | undefined;
  const flush = () => {
    if (text !== undefined) onText?.(text.from, text.to);
    text = undefined;
  };
  const addText = ({ location }: Token.CharacterToken) => {
    if (location) text = { from: text?.from ?? location.startOffset, to: location.endOffset };
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(tag) {
        flush();
        const mode = TEXT_MODES.get(tag.tagName);
        if (mode !== undefined && !tag.selfClosing) tokenizer.state = mode;
        const attributes = tag.attrs.map(({ name, value }): [string, HtmlAttribute] => [
          name,
          { ...placeOf(tag.location?.attrs?.[name]), value },
        ]);
        onStart({
          ...placeOf(tag.location),
          name: tag.tagName,
          closesItself: tag.selfClosing,
          attributes: new Map(attributes),
        });
      },
      onEndTag({ tagName, location }) {
        flush();
        onEnd?.({ ...placeOf(location), name: tagName });
      },
      onComment: flush,
      onDoctype: flush,
      onEof: flush,
      onCharacter: addText,
      onNullCharacter: addText,
      onWhitespaceCharacter: addText,
    },
  );
  tokenizer.write(html, true);
}

function placeOf(location: Token.Location | null | undefined): { from: number; to: number } {
  return { from: location?.startOffset ?? 0, to: location?.endOffset ?? 0 };
}

/** `href=`, `href = ` */
const NAME = /^[^=]*=\s*/u;

/** Where the value of an attribute stands, without quotes; at its end for one that has no value. */
export function attributeValue(
  html: string,
  { from, to }: Pick<HtmlAttribute, 'from' | 'to'>,
): { from: number; to: number } {
  const start = NAME.exec(html.slice(from, to))?.[0].length;
  if (start === undefined) return { from: to, to };
  const isQuoted = /["']/u.test(html.charAt(from + start));
  const end = to - Number(isQuoted);
  return { from: Math.min(from + start + Number(isQuoted), end), to: end };
}
