import type { FieldFigure } from '../../src/catalog';
import { say, type Words } from '../../src/text';

/** A part of a whole as a percentage. Only exactly none is 0%, and only exactly all is 100%. */
export function share(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0%';
  if (part === whole) return '100%';
  const percent = (100 * part) / whole;
  if (percent < 1) return 'less than 1%';
  return `${Math.min(99, Math.round(percent))}%`;
}

/** `` `CommandLine` is used by 68% of the 1,300 rules of this log source, mostly with `contains` (93%). `` */
export function fieldSentence({ field, rules, operators }: FieldFigure, of: number): Words {
  const what = field === null ? 'Keywords are' : say`\`${field}\` is`;
  const whole = of === 1 ? 'the one rule' : `the ${of.toLocaleString('en')} rules`;
  const [most] = operators;
  const how = !most
    ? ''
    : most.rules === rules
      ? say`, ${rules === 1 ? '' : 'in each '}with \`${most.operator}\``
      : say`, mostly with \`${most.operator}\` (${share(most.rules, rules)})`;
  return say`${what} used by ${share(rules, of)} of ${whole} of this log source${how}.`;
}
