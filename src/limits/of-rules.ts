import type { Limits } from './limit';

/** What a rule's text may take. Beyond a limit there is a problem that names it, and the text stays. */
export const RULE = {
  length: {
    name: 'length of a rule’s text',
    value: 2_000_000,
    unit: 'characters',
    why: 'All rules of a catalog together are 15 MB; one text of this length is no rule and is read at each key.',
  },
  documents: {
    name: 'documents in a text',
    value: 10_000,
    unit: 'documents',
    why: 'Twice the rules of SigmaHQ; each document has a name that others may refer to.',
  },
  lentKeys: {
    name: 'keys lent by action',
    value: 200_000,
    unit: 'keys',
    why: 'Each document gets all keys of `action: global` again, so that a text grows by a square.',
  },
  yamlDepth: {
    name: 'depth of YAML',
    value: 64,
    unit: 'levels',
    why: 'Trees are walked by recursion; rules are five levels deep.',
  },
  aliases: {
    name: 'YAML aliases',
    value: 100,
    unit: 'aliases',
    why: 'An alias may stand for a list of aliases, and so on: ten lines can mean a billion values.',
  },
  aliasNodes: {
    name: 'values that YAML aliases stand for',
    value: 100_000,
    unit: 'nodes',
    why: 'The same, for few aliases of long lists.',
  },
  selectionDepth: {
    name: 'depth of a selection',
    value: 32,
    unit: 'lists',
    why: 'Selections are walked by recursion at each event; nobody nests more than two lists.',
  },
  conditionDepth: {
    name: 'depth of a condition',
    value: 200,
    unit: 'parentheses or `not`',
    why: 'Conditions are walked by recursion at each event.',
  },
  conditionTerms: {
    name: 'terms of a rule’s conditions',
    value: 10_000,
    unit: 'names and quantifiers',
    why: 'The longest condition of SigmaHQ has 40. A link of 342 characters can hold 20,000 in one line.',
  },
  alternatives: {
    name: 'alternatives of a correlation’s condition',
    value: 200,
    unit: 'alternatives',
    why: 'Each is looked for in each window. Twenty `or` joined by `and` are a million.',
  },
  joins: {
    name: 'pairs of alternatives that a correlation’s condition joins',
    value: 50_000,
    unit: 'pairs',
    why: 'Each pair is compared with all others, and a condition within the limit of terms could join millions. One join of the most alternatives with as many is 40,000.',
  },
  quantified: {
    name: 'selections that quantifiers look at',
    value: 1_000_000,
    unit: 'selections',
    why: 'Each quantifier compares its pattern with every selection: both together grow by a square.',
  },
  combinations: {
    name: 'combinations of placeholders in one value',
    value: 1000,
    unit: 'values',
    why: 'Placeholders multiply: six of ten values each are a million.',
  },
  expressionLength: {
    name: 'length of an expression',
    value: 10_000,
    unit: 'characters',
    why: 'Compiling takes time and memory by the length; the longest of SigmaHQ has 1,100.',
  },
  expressionDepth: {
    name: 'depth of an expression in the browser’s engine',
    value: 200,
    unit: 'groups',
    why: 'The browser’s engine runs out of its stack where there are thousands.',
  },
  filtered: {
    name: 'characters that filters add to all rules',
    value: 10_000_000,
    unit: 'characters',
    why: 'A filter for `any` becomes part of every rule: both together grow by a square.',
  },
  problems: {
    name: 'problems told of a text',
    value: 1000,
    unit: 'problems',
    why: 'Nobody reads more, and the page underlines each.',
  },
} satisfies Limits;
