import { endsSentence, hasSentenceBreak } from '../../scan/index.ts';

/** One line of running text on the page, between furniture and bylines. */
export interface Unit {
  value: string;
  afterBlank: boolean;
  /** True when a byline, a count of votes or the page head stands right before it: a record begins. */
  opens: boolean;
}

/** What a line is: the first or a further line of a title or an abstract. */
export type Role = 'title' | 'title-goes-on' | 'abstract' | 'abstract-goes-on';

const ROLES: readonly Role[] = ['title', 'title-goes-on', 'abstract', 'abstract-goes-on'];

/** What is unlikely costs more. Only the sums are compared; the numbers were tried on pages with and without bylines. */
const COST = {
  titleLost: 7,
  abstractEmpty: 5,
  /** Neither abstract nor byline between two titles. */
  titleAlone: 8,
  bylineLost: 5,
  notAfterBlank: 3,
  wrappedTitle: 2,
  wrappedAbstract: 0.3,
  furtherParagraph: 5,
  brokenOff: 3,
};

export interface PageShape {
  /** True when the page prints bylines, so that a record without one is rare. */
  bylines: boolean;
  /** True when the units are known to be one record. */
  single: boolean;
  /** True when a byline follows the last unit, so that the copy does not end inside its record. */
  closed: boolean;
}

/**
 * Tells titles from abstracts by their order and their shape: the cheapest reading of all lines in
 * the grammar `(title title-goes-on* abstract abstract-goes-on*)*`, in which any part may be lost.
 * Linear in the number of lines (Viterbi's algorithm over four roles).
 */
export function assignRoles(units: readonly Unit[], shape: PageShape): Role[] {
  const from: Role[][] = [];
  let costs = new Map<Role, number>();
  units.forEach((unit, index) => {
    const previous = units[index - 1];
    const next = units[index + 1];
    const reached = new Map<Role, number>();
    const best: Role[] = [];
    for (const role of ROLES) {
      const shapeCost = costOfShape(role, unit, next);
      let lowest = Number.POSITIVE_INFINITY;
      let origin: Role = 'title';
      if (previous === undefined) lowest = costOfOpening(role);
      for (const [before, cost] of costs) {
        const total = cost + costOfStep(before, role, unit, shape);
        if (total < lowest) {
          lowest = total;
          origin = before;
        }
      }
      best.push(origin);
      if (lowest < Number.POSITIVE_INFINITY) reached.set(role, lowest + shapeCost);
    }
    from.push(best);
    costs = reached;
  });

  const roles: Role[] = [];
  let role = cheapest(costs, shape);
  for (let index = units.length - 1; index >= 0; index -= 1) {
    roles.push(role);
    role = from[index]?.[ROLES.indexOf(role)] ?? 'title';
  }
  return roles.reverse();
}

function cheapest(costs: ReadonlyMap<Role, number>, shape: PageShape): Role {
  let best: Role = 'title';
  let lowest = Number.POSITIVE_INFINITY;
  for (const [role, cost] of costs) {
    const total = cost + (shape.closed && isOfTitle(role) ? COST.abstractEmpty : 0);
    if (total < lowest) {
      lowest = total;
      best = role;
    }
  }
  return best;
}

function isOfTitle(role: Role): boolean {
  return role === 'title' || role === 'title-goes-on';
}

function costOfOpening(role: Role): number {
  if (role === 'title') return 0;
  return role === 'abstract' ? COST.titleLost : Number.POSITIVE_INFINITY;
}

function costOfStep(before: Role, role: Role, unit: Unit, shape: PageShape): number {
  const afterTitle = isOfTitle(before);
  if (unit.opens) return costOfOpening(role) + (afterTitle ? COST.abstractEmpty : 0);
  switch (role) {
    case 'title': {
      if (shape.single) return Number.POSITIVE_INFINITY;
      if (afterTitle) return COST.titleAlone;
      return (shape.bylines ? COST.bylineLost : 0) + (unit.afterBlank ? 0 : COST.notAfterBlank);
    }
    case 'title-goes-on':
      return afterTitle && !unit.afterBlank ? COST.wrappedTitle : Number.POSITIVE_INFINITY;
    case 'abstract':
      return afterTitle ? 0 : Number.POSITIVE_INFINITY;
    case 'abstract-goes-on':
      if (afterTitle) return Number.POSITIVE_INFINITY;
      return unit.afterBlank ? COST.furtherParagraph : COST.wrappedAbstract;
  }
}

function costOfShape(role: Role, unit: Unit, next: Unit | undefined): number {
  const { length } = unit.value;
  // The end of a line that goes on says nothing.
  const wraps = next !== undefined && !next.afterBlank && !next.opens;
  switch (role) {
    case 'title':
    case 'title-goes-on':
      return (
        Math.min(12, Math.max(0, (length - 200) / 25)) +
        (unit.value.endsWith('.') ? 2 : 0) +
        (hasSentenceBreak(unit.value) ? 2 : 0)
      );
    case 'abstract':
      return (
        (wraps || length >= 200 ? 0 : length >= 120 ? 1 : length >= 60 ? 2 : 4) +
        (wraps || next === undefined || endsSentence(unit.value) ? 0 : COST.brokenOff / 2)
      );
    case 'abstract-goes-on':
      if (!unit.afterBlank || wraps) return 0;
      return (endsSentence(unit.value) ? 0 : COST.brokenOff) + (length < 60 ? 1 : 0);
  }
}
