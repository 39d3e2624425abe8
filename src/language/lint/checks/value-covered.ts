import { plainText } from '../../../rule';
import { type Check, replace } from '../check';
import type { ItemContext, TextComparison, ValueContext } from '../context';
import { wholeLine } from '../lines';

/** Of longer lists only these are held against one another: each is compared with each. */
const MOST = 1000;
/** More than these of one list are told as one. */
const MANY = 10;

const COVERS: Readonly<Record<Exclude<TextComparison, 'exact'>, (long: string, short: string) => boolean>> = {
  contains: (long, short) => long.includes(short),
  startswith: (long, short) => long.startsWith(short),
  endswith: (long, short) => long.endsWith(short),
};

export const valueCovered: Check<'value-covered'> = {
  id: 'value-covered',
  severity: 'info',
  finds: 'A value that another one in the list covers',
  why: 'Whatever has the longer value has the shorter one in it. In a list of alternatives the longer one then adds nothing, and under `all` the shorter one does not.',
  bad: "detection:\n    selection:\n        CommandLine|contains:\n            - 'delete'\n            - «'delete catalog'»\n    condition: selection",
  good: "detection:\n    selection:\n        CommandLine|contains:\n            - 'delete'\n            - 'remove'\n    condition: selection",
  item(item, report) {
    const { comparison } = item;
    if (comparison === null || comparison === 'exact' || item.item.values.length < 2) return;
    const covers = COVERS[comparison];
    const texts = textsOf(item);
    const all = item.has('all');
    const covered = texts.flatMap(([value, text]) => {
      const other = texts.find(([, t]) => t !== text && (all ? covers(t, text) : covers(text, t)));
      return other ? [{ value, by: other[0].text, line: wholeLine(item.rule.text, value.scalar.range) }] : [];
    });
    if (covered.length > MANY) {
      const [first] = covered;
      const lines = covered.flatMap(({ line }) => (line ? [{ range: line, text: '' }] : []));
      report(
        first!.value.range,
        `${covered.length} values of this list add nothing, since others ${all ? 'have them in them' : 'find whatever they find'}: here \`${first!.by}\`.`,
        lines.length === covered.length ? { title: 'Remove their lines', edits: lines } : null,
      );
      return;
    }
    for (const { value, by, line } of covered)
      report(
        value.range,
        all
          ? `Whatever has \`${by}\` has \`${value.text}\` as well, so this adds nothing.`
          : `\`${by}\` finds whatever this finds, so this adds nothing.`,
        line && replace('Remove this line', line, ''),
      );
  },
};

/** The values that stand for themselves, as they are compared. */
function textsOf(item: ItemContext): readonly (readonly [ValueContext, string])[] {
  return item.values.slice(0, MOST).flatMap((value) => {
    const plain = plainText(value.parts);
    if (plain === null || plain === '') return [];
    return [[value, item.has('cased') ? plain : plain.toLowerCase()] as const];
  });
}
