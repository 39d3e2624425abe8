import { strToU8, zipSync } from 'fflate';
import { changeSuite, type Expected, leadsOut } from '../../../src/expect';
import type { FileAt } from '../../actions/dropped';
import type { OpenedRegression, Stretch } from '../../actions/recordings';

/** An event of the text, and whether it is to match. */
export interface Wanted {
  /** Where it begins. */
  readonly start: number;
  readonly matches: boolean;
}

/**
 * A zip of regression data that was opened, written again: its files as they are, the rule as it is now, and in `info.yml` how
 * many events are to match. What has not changed is equal byte by byte. Null if its `info.yml` leaves no place for a count.
 */
export async function regressionAgain(
  opened: OpenedRegression,
  rule: string,
  wanted: readonly Wanted[],
): Promise<Uint8Array | null> {
  const { suite, infoText } = opened;
  const tests = suite.tests.map((one, i) => expectedOf(one.expected, opened.stretches[i] ?? null, wanted));
  const info = changeSuite(infoText, suite, { tests, added: [] });
  if (info === null) return null;
  const isSame = unfed(rule) === unfed(opened.ruleText);
  const entries: [string, Uint8Array][] = [
    [inTree(opened.rule.path), isSame ? await bytesOf(opened.rule) : strToU8(rule)],
    [inTree(opened.info.path), info === infoText ? await bytesOf(opened.info) : strToU8(info)],
  ];
  for (const one of opened.files) entries.push([inTree(one.path), await bytesOf(one)]);
  return zipSync(Object.fromEntries(entries));
}

/** The editor may have changed how lines end. */
function unfed(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function expectedOf(before: Expected, stretch: Stretch | null, wanted: readonly Wanted[]): Expected {
  if (!stretch) return before;
  const inside = wanted.filter(({ start }) => start >= stretch.start && start < stretch.end);
  const count = inside.filter(({ matches }) => matches).length;
  // Without a number at least one event is to match.
  return before.kind === 'match' && count > 0 ? before : { kind: 'count', count };
}

/** The path from the top folder of the repository; as it is, where that is not known. */
function inTree(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const top = parts.findIndex((part) => /^(?:rules(?:-.*)?|regression_data)$/.test(part));
  const kept = top < 0 ? path : parts.slice(top).join('/');
  return leadsOut(kept) ? parts.at(-1)! : kept;
}

async function bytesOf({ file }: FileAt): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
