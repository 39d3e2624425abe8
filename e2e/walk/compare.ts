import { expect } from '@playwright/test';
import { compileOptions, firstRule } from '../../src/live';
import { compileCollection } from '../../src/rule';
import type { FreshPage, Kept } from './fresh';
import type { Sight } from './sight';

/*
 * What a walk's page has shown, held against what a fresh page shows.
 */

/** What a page showed, and what it kept of the person then. */
export interface Comparison {
  readonly shown: Sight;
  readonly kept: Kept;
  readonly size: { readonly width: number; readonly height: number };
}

/** So many older texts of the rule that compile are tried as the last good one. */
const TRIED = 6;
const SETTINGS = { ignoreLogsource: false, placeholders: {} };

/**
 * A page at rest shows what a fresh one shows. While its rule does not compile it may show the last good one, and says
 * so: then it shows what a fresh page shows for one of the `texts` that the rule had, the newest first.
 */
export async function expectFresh(
  fresh: FreshPage,
  { shown, kept, size }: Comparison,
  texts: readonly string[],
): Promise<void> {
  const other = await fresh.shows(kept, shown, size);
  if (!shown.stale) {
    expect(shown).toEqual({ ...other, scrolled: shown.scrolled });
    return;
  }
  expect(ofTexts(shown)).toEqual(ofTexts(other));
  const before = [...new Set(texts.toReversed())].filter(compiles).slice(0, TRIED);
  let last: Sight | null = null;
  for (const text of before) {
    const then = await fresh.shows(kept, shown, size, text);
    last ??= then;
    if (isSameResult(shown, then)) return;
  }
  expect(ofResult(shown)).toEqual(last && ofResult(last));
}

/** While a page works and says nothing of it, it shows nothing that a fresh page does not show for the same texts. */
export async function expectNothingElse(fresh: FreshPage, { shown, kept, size }: Comparison): Promise<void> {
  const other = await fresh.shows(kept, shown, size);
  const more = (part: (one: Sight) => readonly string[]) => {
    const right = new Set(part(other));
    return part(shown).filter((one) => !right.has(one));
  };
  expect({
    texts: [shown.rule, shown.events],
    verdicts: more(({ verdicts }) => verdicts.filter((one) => one.startsWith('Event ')).map(withoutChoice)),
    ruleMarks: more(({ ruleMarks }) => ruleMarks.map(withoutClass)),
    eventMarks: more(({ eventMarks }) => eventMarks.filter((one) => one.startsWith('mark '))),
    hints: more(({ hints }) => hints),
  }).toEqual({
    texts: [other.rule, other.events],
    verdicts: [],
    ruleMarks: [],
    eventMarks: [],
    hints: [],
  });
}

const withoutChoice = (verdict: string) => verdict.replace(/ (true|false)$/, '');
/** A name is marked before it is known whether its selection matches the chosen event. */
const withoutClass = (mark: string) => mark.slice(mark.indexOf('@'));

/** What belongs to the newest texts, whether they compile or not. */
function ofTexts({ rule, events, problems, tab, panel }: Sight) {
  return { rule, events, problems, ...(tab === 'Problems' ? { panel } : {}) };
}

/** True where a text has a rule that a fresh page evaluates. */
function compiles(text: string): boolean {
  return (
    firstRule(
      compileCollection(
        text,
        compileOptions(SETTINGS, () => {}),
      ),
    ) !== null
  );
}

/** The last good rule's results; where in the rule its marks stand depends on what has become of the text. */
function ofResult({ verdicts, eventMarks }: Sight) {
  return { verdicts, eventMarks: eventMarks.filter((one) => one.startsWith('mark ')) };
}

function isSameResult(shown: Sight, then: Sight): boolean {
  const isSame = JSON.stringify(ofResult(shown)) === JSON.stringify(ofResult(then));
  const wordsOf = (mark: string) => mark.replace(/@\d+-\d+/, '');
  const known = new Set(then.ruleMarks.map(wordsOf));
  return isSame && shown.ruleMarks.every((mark) => known.has(wordsOf(mark)));
}
