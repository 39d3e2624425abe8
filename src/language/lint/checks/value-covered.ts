import { fold, plainText } from '../../../rule';
import { prose, say } from '../../../text';
import { type Check, replace } from '../check';
import type { ItemContext, TextComparison, ValueContext } from '../context';
import { wholeLine } from '../lines';

/** In longer lists, compare only this many: each is compared with each. */
const MOST = 1000;
/** If there are more than this in one list, report them as one. */
const MANY = 10;

const COVERS: Readonly<Record<Exclude<TextComparison, 'exact'>, (long: string, short: string) => boolean>> = {
  contains: (long, short) => long.includes(short),
  startswith: (long, short) => long.startsWith(short),
  endswith: (long, short) => long.endsWith(short),
};

export const valueCovered: Check<'value-covered'> = {
  id: 'value-covered',
  severity: 'info',
  finds: 'A value that another value of the list covers',
  why: 'A text that contains the longer value also contains the shorter one. In a list of alternatives, the longer value has no effect; with `all`, the shorter one has none.',
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
        say`${covered.length} values of this list have no effect, because others ${all ? 'contain them' : 'match everything that they match'}: here \`${first!.by}\`.`,
        lines.length === covered.length ? { title: prose('Remove their lines'), edits: lines } : null,
      );
      return;
    }
    for (const { value, by, line } of covered)
      report(
        value.range,
        all
          ? say`A text with \`${by}\` also has \`${value.text}\`, so this value has no effect. Remove it.`
          : say`\`${by}\` matches everything that this matches, so this value has no effect. Remove it.`,
        line && replace(prose('Remove this line'), line, ''),
      );
  },
};

/** The values without wildcards, as they are compared. */
function textsOf(item: ItemContext): readonly (readonly [ValueContext, string])[] {
  return item.values.slice(0, MOST).flatMap((value) => {
    const plain = plainText(value.parts);
    if (plain === null || plain === '') return [];
    // Whether the dash at its end begins an option depends on what follows.
    if (item.has('windash') && /[-/\u2013-\u2015]$/.test(plain)) return [];
    return [[value, item.has('cased') ? plain : fold(plain)] as const];
  });
}
