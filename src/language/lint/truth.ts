import type { Plan, PlanCondition, PlanItem, PlanNode, Predicate } from '../../rule';
import { foldBody, foldCondition } from '../../rule';
import { implies, testKey } from './implies';

/*
 * The possible results of a condition, decided by trying every combination of its atoms at once: each bit of a long
 * number is one combination. An atom is one test of one field (equal tests are one atom), or, if there are too many
 * of those, a selection.
 */

/** This many atoms have 16,384 combinations. */
const MAX_ATOMS = 14;
/** Each part is tried by itself, so the time grows with the square of their number. */
const MAX_PARTS = 100;

/** One formula over atoms, with the part of the condition that it stands for. */
type Formula =
  | { readonly kind: 'atom'; readonly index: number }
  | {
      readonly kind: 'every' | 'some' | 'not';
      readonly children: readonly Formula[];
      readonly of?: PlanCondition;
    };

/** A test that is an atom. */
interface Test {
  readonly index: number;
  readonly slot: number;
  readonly predicate: Predicate;
}

/** Makes the atom of a key; for a test, with its field and predicate. */
type MakeAtom = (keyOf: () => string, slot?: number, predicate?: Predicate) => Formula;

const TOO_MANY: Formula = { kind: 'atom', index: 0 };

/** Whether a condition holds for all events, for none, or for some. */
export type HoldsFor = 'always' | 'never' | 'sometimes';

export interface Truth {
  readonly verdict: HoldsFor;
  /** The outermost parts of the condition whose result never matters. */
  readonly idle: readonly PlanCondition[];
}

/** Several checks ask this for the same plan, so remember it with the plan. */
const known = new WeakMap<Plan, Truth | null>();

/** Analyses a plan's condition; null if it has too many atoms. */
export function truthOf(plan: Plan): Truth | null {
  let truth = known.get(plan);
  if (truth === undefined) {
    truth = decideBoth(plan);
    known.set(plan, truth);
  }
  return truth;
}

function decideBoth(plan: Plan): Truth | null {
  const byTest = decide(plan, true);
  if (byTest && byTest.verdict !== 'sometimes') return byTest;
  const bySelection = decide(plan, false);
  // A part without effect at the level of selections has none, whatever they test.
  return bySelection ?? byTest;
}

function decide(plan: Plan, tests: boolean): Truth | null {
  const atoms = new Map<string, number>();
  let mentions = 0;
  const known: Test[] = [];
  const atom: MakeAtom = (keyOf, slot, predicate) => {
    // Past the limit the answer is "too many", whatever follows.
    if (atoms.size > MAX_ATOMS) return TOO_MANY;
    mentions++;
    const key = keyOf();
    let index = atoms.get(key);
    if (index === undefined) {
      index = atoms.size;
      atoms.set(key, index);
      if (predicate) known.push({ index, slot: slot!, predicate });
    }
    return { kind: 'atom', index };
  };
  const formula = conditionFormula(plan.condition, (selection) =>
    tests ? nodeFormula(plan.selections[selection]!.body, atom) : atom(() => String(selection)),
  );
  if (atoms.size > MAX_ATOMS) return null;
  const implied = known.flatMap((a) =>
    known
      .filter((b) => a !== b && a.slot === b.slot && implies(a.predicate, b.predicate))
      .map((b) => [a.index, b.index] as const),
  );
  // If each atom occurs once, all can be chosen freely, and every part matters.
  if (mentions === atoms.size && implied.length === 0) return { verdict: 'sometimes', idle: [] };
  const table = new Table(atoms.size);
  const value = table.of(formula);
  const possible = table.possible(implied);
  const verdict =
    (value & possible) === possible ? 'always' : (value & possible) === 0n ? 'never' : 'sometimes';
  return { verdict, idle: verdict === 'sometimes' && !tests ? table.idle(formula, value) : [] };
}

function conditionFormula(condition: PlanCondition, of: (selection: number) => Formula): Formula {
  return foldCondition<Formula>(condition, {
    // A separate formula, so that this mention differs from others of the same selection.
    selection: (selection, node) => ({ kind: 'every', children: [of(selection)], of: node }),
    not: (child, node) => ({ kind: 'not', children: [child], of: node }),
    join: (children, _, node) => ({ kind: node.kind, children, of: node }),
  });
}

/** A selection's tests. A negated item is the opposite of its values. */
function nodeFormula(node: PlanNode, atom: MakeAtom): Formula {
  return foldBody<PlanNode, Formula>(
    node,
    (item) => itemFormula(item, atom),
    (children, _, { kind }) => ({ kind, children }),
    ({ range }) => atom(() => `block ${range.start}`),
  );
}

function itemFormula({ values, slot, all, negated }: PlanItem, atom: MakeAtom): Formula {
  const children = values.map(({ variants }): Formula => {
    const tests = variants.map(({ predicate }) =>
      atom(() => `${slot} ${testKey(predicate)}`, slot, predicate),
    );
    return { kind: 'some', children: tests };
  });
  const whole: Formula = { kind: all ? 'every' : 'some', children };
  return negated ? { kind: 'not', children: [whole] } : whole;
}

/** The results of formulas for every combination of atoms. */
class Table {
  readonly all: bigint;
  private readonly atoms: readonly bigint[];

  constructor(count: number) {
    const rows = 1n << BigInt(count);
    this.all = (1n << rows) - 1n;
    // Atom `i` is true in every second run of 2^i rows.
    this.atoms = Array.from({ length: count }, (_, i) => {
      const run = 1n << BigInt(i);
      return (this.all / ((1n << (run * 2n)) - 1n)) * (((1n << run) - 1n) << run);
    });
  }

  /** The combinations in which every atom that holds also has those that it implies. */
  possible(implied: readonly (readonly [first: number, second: number])[]): bigint {
    let rows = this.all;
    for (const [first, second] of implied) rows &= (this.all ^ this.atoms[first]!) | this.atoms[second]!;
    return rows;
  }

  of(formula: Formula, replaced?: Formula, by = 0n): bigint {
    if (formula === replaced) return by;
    if (formula.kind === 'atom') return this.atoms[formula.index]!;
    if (formula.kind === 'not') return this.all ^ this.of(formula.children[0]!, replaced, by);
    let value = formula.kind === 'every' ? this.all : 0n;
    for (const child of formula.children) {
      const next = this.of(child, replaced, by);
      value = formula.kind === 'every' ? value & next : value | next;
    }
    return value;
  }

  /** Parts that may be true or false without changing the whole. */
  idle(whole: Formula, value: bigint): PlanCondition[] {
    const found: PlanCondition[] = [];
    if (partsOf(whole) > MAX_PARTS) return found;
    const walk = (formula: Formula): void => {
      if (formula.kind === 'atom') return;
      for (const child of formula.children) {
        if (child.kind === 'atom' || !child.of) continue;
        if (this.of(whole, child, 0n) === value && this.of(whole, child, this.all) === value)
          found.push(child.of);
        else if (!isQuantifier(child.of)) walk(child);
      }
    };
    walk(whole);
    return found;
  }
}

function isQuantifier(node: PlanCondition): boolean {
  return (node.kind === 'every' || node.kind === 'some') && node.quantifier !== null;
}

function partsOf(formula: Formula): number {
  return formula.kind === 'atom' ? 1 : formula.children.reduce((sum, child) => sum + partsOf(child), 1);
}
