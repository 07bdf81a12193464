/** Words of authors who speak of their own work. */
const OWN =
  /\b(?:we|our|ours)\b|\b(?:this|the (?:present|current|proposed|presented)|in this) (?:paper|work|study|article|report|research|review|approach|method|analysis|thesis|trial|survey|framework)\b|\bhere,? |\bherein\b|\b(?:are|is) (?:proposed|presented|introduced|reported)\b|\bto (?:evaluate|determine|investigate|examine|assess|compare|address|develop|overcome|tackle|bridge|study)\b|\b(?:objectives?|aims?|purpose|methods?|design|patients|setting|participants|results|findings)\s*:/i;

/** Words of a sentence that speaks of others' work. */
const OTHERS =
  /\b(?:previous(?:ly)?|prior|earlier|recent|existing|past|other) (?:work|works|studies|study|research|methods?|approaches|estimates|results?|findings|reports?|literature|analyses)\b.*\b(?:show|shows|showed|shown|find|found|report|reports|reported|suggest|suggests|suggested|estimate|estimated|achieve|achieves|require|requires)\b|\bit (?:is|has been) (?:well[- ])?(?:known|estimated|reported|believed)\b/i;

/** Words with which authors say that they found something. */
const FINDING =
  /\b(?:we|our|results?|experiments?|evaluations?|analys[ei]s|findings|simulations?|evidence|data|estimates?|study|measurements|tests|trials?)\b[^.;]*\b(?:show|shows|showed|shown|find|finds|found|demonstrate|demonstrates|demonstrated|reveal|reveals|revealed|observe|observed|achieve|achieves|achieved|obtain|obtained|report|indicate|indicates|indicated|suggest|suggests|suggested|estimate|measure|measured|confirm|confirms|confirmed|conclude|prove|establish|yield|yields|improve|improves|outperform|outperforms|reduce|reduces|increase|increases)\b/i;

/** Beginnings of sentences that say what was to be found out and how. */
const PURPOSE =
  /^(?:(?:purpose|objectives?|aims?|background|introduction|design|setting|context)\b|(?:the )?(?:purpose|objectives?|aims?|goal) of|to (?:determine|evaluate|investigate|examine|assess|compare|address|develop|study|test)\b)/i;

/** A sentence of an abstract: where it stands, and whether it may report what was found. */
export interface Standing {
  /** Speaks of what the authors found in so many words. */
  finding: boolean;
  /** Tells what is known or what others did. */
  background: boolean;
}

/**
 * How each sentence stands in its abstract. Before authors speak of themselves they tell what is known, unless nobody
 * ever says `we`.
 */
export function standingOf(sentences: readonly string[]): Standing[] {
  const first = sentences.findIndex((sentence) => OWN.test(sentence));
  return sentences.map((sentence, i) => {
    const finding = FINDING.test(sentence);
    const others = (/\bet al\b/.test(sentence) && !finding) || OTHERS.test(sentence);
    return {
      finding,
      background:
        i < first || PURPOSE.test(sentence) || (others && !/\b(?:we|our)\b/i.test(sentence)),
    };
  });
}
