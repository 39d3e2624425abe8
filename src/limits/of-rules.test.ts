import { compileCollection } from '../rule';
import { RULE } from './of-rules';
import { holdLimits } from './testing';

const times = (count: number, one: (i: number) => string, separator = '') =>
  Array.from({ length: count }, (_, i) => one(i)).join(separator);
const detection = (body: string, condition = 's') =>
  `title: T\nlogsource: {product: t}\ndetection:\n  s:\n    ${body}\n  condition: ${condition}\n`;
const says = (code: string, text: string, placeholders = {}) =>
  compileCollection(text, { placeholders }).diagnostics.some((d) => d.code === code);

holdLimits(RULE, {
  length: { isBeyond: (n) => says('rule-too-long', 'a'.repeat(n)) },
  documents: {
    isBeyond: (n) =>
      says(
        'collection-too-long',
        times(n, () => '---\na: 1\n'),
      ),
  },
  lentKeys: {
    // A hundred keys, for each document.
    isBeyond: (n) =>
      says(
        'collection-too-long',
        `action: global\n${times(100, (i) => `k${i}: 1\n`)}${times(n / 100, () => '---\ntitle: t\n')}`,
      ),
    step: 100,
  },
  yamlDepth: {
    // The document and what is innermost count too.
    isBeyond: (n) => says('yaml-syntax', `${'{a: '.repeat(n - 2)}1${'}'.repeat(n - 2)}`),
  },
  aliases: { isBeyond: (n) => says('yaml-aliases', `x: &x a\ny: [${times(n, () => '*x', ', ')}]\n`) },
  aliasNodes: {
    // A list and what is in it, a hundred times.
    isBeyond: (n) =>
      says(
        'yaml-aliases',
        `x: &x [${times(n / 100 - 1, () => 'a', ',')}]\ny: [${times(100, () => '*x', ',')}]\n`,
      ),
    step: 100,
  },
  selectionDepth: {
    isBeyond: (n) => says('selection-depth', detection(`${'['.repeat(n)}{F: 1}${']'.repeat(n)}`)),
  },
  conditionDepth: { isBeyond: (n) => says('condition-depth', detection('F: a', `${'not '.repeat(n)}s`)) },
  conditionTerms: {
    isBeyond: (n) =>
      says(
        'condition-too-long',
        detection(
          'F: a',
          times(n, () => 's', ' or '),
        ),
      ),
  },
  alternatives: {
    isBeyond: (n) =>
      says(
        'correlation-expression',
        `sigma-version: 2.2\ntitle: T\ncorrelation:\n  type: temporal\n  timespan: 1m\n  rules: [${times(n, (i) => `r${i}`, ', ')}]\n  condition: ${times(n, (i) => `r${i}`, ' or ')}\n`,
      ),
  },
  joins: {
    // Ten rules or ten others, which all come to the same hundred alternatives, for each parenthesis.
    isBeyond: (n) => {
      const ten = (name: string) => times(10, (i) => `${name}${i}`, ' or ');
      const part = `((${ten('r')}) and (${ten('s')}))`;
      return says(
        'correlation-expression',
        `sigma-version: 2.2\ntitle: T\ncorrelation:\n  type: temporal\n  timespan: 1m\n  rules: [${ten('r').replaceAll(' or ', ', ')}, ${ten('s').replaceAll(' or ', ', ')}]\n  condition: ${times(n / 100, () => part, ' or ')}\n`,
      );
    },
    step: 100,
  },
  quantified: {
    // A thousand selections, for each quantifier.
    isBeyond: (n) =>
      says(
        'condition-too-long',
        `title: T\nlogsource: {product: t}\ndetection:\n${times(1000, (i) => `  s${i}: {F: a}\n`)}  condition: ${times(n / 1000, () => '1 of s0', ' or ')}\n`,
      ),
    step: 1000,
  },
  combinations: {
    isBeyond: (n) =>
      says('expand-too-many', detection("F|expand: '%p%'"), {
        p: Array.from({ length: n }, (_, i) => `${i}`),
      }),
  },
  expressionLength: { isBeyond: (n) => says('regex-syntax', detection(`F|re: '${'a'.repeat(n)}'`)) },
  expressionDepth: {
    // The look-ahead is why it needs the browser's engine.
    isBeyond: (n) => says('regex-syntax', detection(`F|re: '(?=a)${'('.repeat(n)}a${')'.repeat(n)}'`)),
  },
  filtered: {
    // Ten rules, and one filter for all of them that has a tenth of the characters, or nearly.
    isBeyond: (n) => {
      const filter = `title: f\nlogsource: {product: t}\nfilter:\n  rules: any\n  selection: {A: b}\n  condition: not selection\ndescription: `;
      const end = '\n';
      const text = `${times(10, (i) => `${detection('F: a').replace('title: T', `title: T${i}`)}---\n`)}${filter}${'x'.repeat(n / 10 - filter.length - end.length)}${end}`;
      return says('filter-too-many', text);
    },
    step: 2000,
  },
  problems: {
    isBeyond: (n) => says('problems-too-many', detection(times(n, (i) => `F${i}|contians: a`, '\n    '))),
  },
});
