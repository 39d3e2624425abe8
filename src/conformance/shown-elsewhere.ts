/** A clause of docs/semantics.md that no case of the suite can show, and the test that shows it. */
export interface ShownElsewhere {
  /** `Section › words`, as in a case. */
  readonly clause: string;
  /** The test's file, from the root of the repository. */
  readonly test: string;
  /** Words in that test. */
  readonly says: string;
}

const LIMITS = 'src/rule/compile/limits.test.ts';

/** All of them: clauses about the program, what no case can contain, and limits that need too long a text. */
export const SHOWN_ELSEWHERE: readonly ShownElsewhere[] = [
  {
    clause: 'Limits › members told',
    test: 'src/match/members.test.ts',
    says: 'is judged whole, and told in part',
  },
  {
    clause: 'Correlation › Over a log',
    test: 'src/match/correlate/stream.test.ts',
    says: 'are those over the events, however the log is divided',
  },
  {
    clause: 'Explanation › One set of predicates serves',
    test: 'src/match/laws.test.ts',
    says: 'explain, evaluate and the oracle agree',
  },
  {
    clause: 'Log source › Names given by hand',
    test: 'src/match/mapping.test.ts',
    says: 'a rule over events whose fields are mapped by hand',
  },
  {
    clause: 'The next version › the subset of expressions',
    test: 'src/language/lint/regex-subset.test.ts',
    says: 'beyond the subset of the 2.2.0 draft',
  },
  {
    clause: 'The next version › tags of ATT&CK',
    test: 'src/language/lint/cases.test.ts',
    says: 'sigma-version: 2.2\\ntags:',
  },
  { clause: 'Limits › length of a text', test: LIMITS, says: 'a text of more than two million characters' },
  { clause: 'Limits › documents in a text', test: LIMITS, says: 'more than ten thousand documents' },
  { clause: 'Limits › keys lent by `action`', test: LIMITS, says: 'global keys for many documents' },
  {
    clause: 'Limits › terms of all conditions',
    test: 'src/limits/of-rules.test.ts',
    says: 'conditionTerms',
  },
  {
    clause: 'Limits › alternatives of a condition over rules',
    test: 'src/limits/of-rules.test.ts',
    says: 'alternatives: {',
  },
  {
    clause: 'Limits › pairs of alternatives that a condition over rules joins',
    test: 'src/limits/of-rules.test.ts',
    says: 'joins: {',
  },
  {
    clause: 'Limits › what quantifiers look at',
    test: LIMITS,
    says: 'quantifiers over many selections',
  },
  {
    clause: 'Limits › length of an expression',
    test: LIMITS,
    says: 'an expression of more than ten thousand characters',
  },
  {
    clause: 'Limits › depth of an expression',
    test: 'src/rule/value/regex.test.ts',
    says: 'too many for it',
  },
  { clause: 'Limits › characters joined by filters', test: LIMITS, says: 'many filters for many rules' },
  {
    clause: 'Limits › problems told',
    test: 'src/rule/compile/limit-problems.test.ts',
    says: 'problems-too-many',
  },
];
