const LONGEST_TITLE = 200;

/** The title of a rule, whether or not the rule compiles; empty if there is none. */
export function titleOf(rule: string): string {
  const written = /^title:[ \t]+(.+)$/m.exec(rule)?.[1]?.trim() ?? '';
  const single = /^'((?:[^']|'')*)'$/.exec(written)?.[1]?.replaceAll("''", "'");
  const double = /^"([^"\\]*)"$/.exec(written)?.[1];
  return (single ?? double ?? written).slice(0, LONGEST_TITLE);
}
