import type { Amount } from './amounts.ts';

/** What stands before a number that is no finding: a statistic of a test, a spread, a size of a sample. */
const STATISTIC_BEFORE =
  /(?:\b[pP](?:[- ]?values?)?|\b[nN]|\bSD|\bSE|\bs\.d\.|\bCIs?|\bconfidence intervals?|\b[IQ](?:2|²|\^2)?(?: value)?|\b[FtTzZ]|χ2?²?|\bdf|\bBF|σ|τ|\bseed|\bk|\b[a-zA-Zα-ωθ](?:_?\w)?)\s*(?:\([^()]*\)\s*)?[<>=≤≥⩽⩾≈]+\s*[-−–]?$|±\s*$|\b(?:CIs?|confidence intervals?|interval|IQR|ranges?|range from)\b[,:;=\s[(]*(?:from |of )?$/;
/** What stands after one. */
const STATISTIC_AFTER =
  /^\s*(?:CIs?\b|confidence|credible|level of (?:significance|confidence)|significance|±)/i;
/** Things that are counted to say what was studied or built. */
const SETUP_AFTER =
  /^[\s-]*(?:(?:consecutive|healthy|adult|male|female|randomi[sz]ed|human|different|diverse|public|popular|real|new|major|distinct|open|labeled|labelled|unlabeled|annotated|state|key|main|recent|standard|large|small|common|eligible|additional|more|further|independent|training|test)\s+)*(?:patients?|participants?|subjects?|people|persons|individuals|women|men|children|adults|respondents|students|users|experts|volunteers|rats|mice|animals|cases|controls|samples?|images?|videos?|frames|documents|articles|papers|studies|trials|countries|firms|datasets?|data ?sets?|benchmarks?|models?|languages|domains|categories|classes|layers|heads|blocks|tokens|parameters|epochs|iterations|steps|seeds|runs|GPUs?|nodes|hours?|h|min|minutes?|days?|weeks?|months?|years?|yr|mg|kg|ml|mL|g|mM|µM|μM|nM|questions|queries|instances|examples|pairs|triples|hospitals|sites|centers|centres|schools|cities|states|wk|mo)\b/i;
/** Prepositions before a condition. */
const CONDITION_BEFORE =
  /\b(?:at|after|under|for|per|each|every|when|where|if|during|first|last|next|top|given|despite|aged?|from|until|by day|on day|day|week|month|year|phase|stage|grade|type|level|version|table|figure|section|chapter|step|dose of|doses of|noise of|length|lengths|temperature|pressure of|threshold of|cutoff of|cut-off of|(?:at|under)\s+(?:an? |the )?(?:[\p{L}-]+\s){1,3}of)\s*$/iu;
/** A change that is a condition of another: `a 1 % rise in wages moves …`. */
const CONDITION_AFTER =
  /^\s*(?:change|rise|increase|decrease|reduction|decline|drop|fall|shock|growth|inflation|noise|hike|cut)\b[^,;.]*\b(?:leads?|moves?|raises?|lowers?|reduces?|increases?|causes?|results?|is|are|would|implies|generates?|produces?|predicts?|in the|to)\b/i;
/** What a number behind `with` may be, where it is a finding. */
const WITH_FINDING =
  /^\s*(?:\p{L}+\s+){0,2}(?:difference|precision|recall|accuracy|sensitivity|specificity|F1|success|improvements?|reductions?|gains?|fewer|less|more|higher|lower)\b/iu;
/** Sentences that say what counts as what. */
const DEFINITION =
  /\b(?:we (?:define|consider|assume|suppose)|defined|definition of|criteri(?:on|a) (?:for|of|was|were)|inclusion|eligible|classified as|significance level|were randomi[sz]ed|were (?:enrolled|recruited|included|assigned|administered|treated))\b/i;
/** Sides of a limit. */
const LIMIT = /^(?:over|more than|less than|greater than|higher than|at least|below|above)$/;

/** A number with the words next to it. */
interface Around {
  amount: Amount;
  plain: string;
  /** The sentence up to the number and its qualifier. */
  lead: string;
  before: string;
  after: string;
}

/** What a number may be that is no finding, whatever its sentence says. */
const ROLES: Readonly<Record<string, (at: Around) => boolean>> = {
  year: ({ amount: { unit, value } }) => unit === null && /^(?:1[5-9]|20)\d\d$/.test(value),
  statistic: ({ amount, plain, before, after }) =>
    STATISTIC_BEFORE.test(plain.slice(Math.max(0, amount.start - 40), amount.start)) ||
    /\b[FtTzZχ]\s*[[(][^\])]*[\])]\s*[=<>]\s*$/.test(before) ||
    STATISTIC_AFTER.test(after),
  // `95% CI, 0.11 to 0.9`, `(IQR 3 to 7)`.
  interval: ({ amount: { start }, plain }) =>
    /\b(?:CIs?|CrI|CL|intervals?|IQR|SD|SE|ranges?|range from)\b[\])]?[\s,:;=[(]*(?:from |of |was )?(?:[-−]?[\d.]+%?\s*(?:-|–|—|to|,|and|;)?\s*[-−]?)?$/.test(
      plain.slice(Math.max(0, start - 60), start),
    ),
  // `96%|86%`: of a table that lost its lines.
  cell: ({ amount: { start, end }, plain }) => plain[start - 1] === '|' || plain[end] === '|',
  setup: ({ amount: { unit }, before, after }) =>
    (unit === null && SETUP_AFTER.test(after)) ||
    (/\(\s*(?:only\s*)?$/i.test(before) &&
      /^\s*of (?:the |all |our )?(?:\p{L}+ )?(?:data|parameters|tokens|samples|papers|corpus|dataset|space|weights)\b/u.test(
        after,
      )),
  condition: ({ amount, plain, lead, before, after }) =>
    CONDITION_BEFORE.test(before) ||
    // `rose from 9 %`, where it was before; `ranged from 5 to 9 %` is what was found.
    (amount.high === null && /\bfrom $/.test(plain.slice(amount.from, amount.start))) ||
    /\b(?:when|if|where|unless)\s(?!compared|combined)[^,;]*$/i.test(lead) ||
    (/\b(?:that|which|who)\s(?:is|are|was|were)\s*$/.test(before) &&
      LIMIT.test(amount.qualifier ?? '')) ||
    (/\busing(?: only)?\s*$/i.test(before) && !/^\s*(?:fewer|less|more)\b/.test(after)) ||
    (/(?<!compared )\bwith\s*$/i.test(before) && !WITH_FINDING.test(after)) ||
    /(?:across|over|under|for|with)\s[^,;]*\w+ing(?: from[^,;]*)?\s*$/i.test(before) ||
    (amount.unit === '%' &&
      /\b(?:an?|each|every|one)\s*$/i.test(before) &&
      CONDITION_AFTER.test(after)),
  // `patients with at least a 50 % reduction`: who counts as a responder.
  definition: ({ amount, plain, before, after }) =>
    DEFINITION.test(plain) ||
    (/(?:patients|participants|subjects|responders|proportion|percentage|number)\b[^,;]*$/.test(
      before,
    ) &&
      LIMIT.test(amount.qualifier ?? '') &&
      /^\s*(?:reduction|decrease|improvement|increase)\b/.test(after)),
  // `surpassing models up to 84× larger`, `outperforming the best (FID = 6.47)`.
  others: ({ lead, before, after }) =>
    (/(?:surpass|outperform|exceed|match|rival)\w*\s[^,;]*$/i.test(before) &&
      /^\s*(?:larger|bigger|smaller|longer)\b/.test(after)) ||
    /(?:outperform|surpass|compared|than|over)\w*\s[^,;()]*\((?:[^()]*[,;]\s)?[\w-]+\s?=\s?$/i.test(
      lead.slice(-160),
    ),
  dimensions: ({ before, after }) => /^\s*[×x]\s*\d/.test(after) || /\d\s*[×x]\s*$/.test(before),
  citation: ({ before, after }) => /[[(,]\s*$/.test(before) && /^\s*\]/.test(after),
  zero: ({ amount: { low, unit } }) => low === 0 && unit === null,
};

/** What a number of a sentence is where it is no finding, whatever its sentence says; undefined when nothing speaks against it. */
export function otherRole(plain: string, amount: Amount): string | undefined {
  const lead = plain.slice(0, amount.from);
  const after = plain.slice(amount.end, amount.end + 60);
  const around = { amount, plain, lead, before: lead.slice(-60), after };
  return Object.entries(ROLES).find(([, isIt]) => isIt(around))?.[0];
}
