/** Signs that turn the direction of what follows, and what ends them (Unicode Annex 9). */
const CLOSER: Readonly<Record<string, string>> = {
  '\u202a': '\u202c',
  '\u202b': '\u202c',
  '\u202d': '\u202c',
  '\u202e': '\u202c',
  '\u2066': '\u2069',
  '\u2067': '\u2069',
  '\u2068': '\u2069',
};

const SIGN = /[\u202a-\u202e\u2066-\u2069]/g;

/** Signs of direction, which nobody sees, as a source shows them. */
export const DIRECTION_SIGN = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text in which every sign that turns the direction is ended, and none ends what another text began: put beside other
 * text, it turns nothing but itself.
 */
export function balancedDirections(text: string): string {
  const open: string[] = [];
  const balanced = text.replace(SIGN, (sign) => {
    const closer = CLOSER[sign];
    if (closer !== undefined) {
      open.push(closer);
      return sign;
    }
    const at = open.lastIndexOf(sign);
    if (at < 0) return '';
    // What was begun inside ends with it.
    return open.splice(at).toReversed().join('');
  });
  return balanced + open.toReversed().join('');
}
