import type { FieldFigure } from '../../src/catalog';
import { say, type Words } from '../../src/text';
import { percent } from '../ui/percent';

/** `` `CommandLine` is used by 68% of the 1,300 rules of this log source, mostly with `contains` (93%). `` */
export function fieldSentence({ field, rules, operators }: FieldFigure, of: number): Words {
  const what = field === null ? 'Keywords are' : say`\`${field}\` is`;
  const whole = of === 1 ? 'the one rule' : `the ${of.toLocaleString('en')} rules`;
  const [most] = operators;
  const how = !most
    ? ''
    : most.rules === rules
      ? say`, ${rules === 1 ? '' : 'in each '}with \`${most.operator}\``
      : say`, mostly with \`${most.operator}\` (${percent(most.rules, rules)})`;
  return say`${what} used by ${percent(rules, of)} of ${whole} of this log source${how}.`;
}
