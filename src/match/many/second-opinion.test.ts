import { expect, test } from 'vitest';
import { compile } from '../../rule';
import { catalog, recordings } from '../../testing/corpus';
import { HABITS, type Habit, SqlReader, secondOpinion } from '../../testing/second-opinion';
import { describeWithShared } from '../../testing/shared';
import { RuleSet } from './rule-set';

/*
 * Every rule of the catalog over every recording, log sources ignored, against an independent engine. Where the two
 * differ, the cause is found by reading the rule with one of the other engine's habits and seeing the match go; in each
 * semantics.md is on our side:
 *
 * - `absent`: `not` over a field that the event does not have is true (an absent field equals nothing); SQL's NOT NULL is not.
 * - `keywords`: looked for in every value of the event; the other engine has no full-text search.
 * - `spaces`: a field whose name holds spaces answers to the name without them; the other engine keeps the spaces.
 * - `rule not covered`: the other engine could not translate the rule, and says so.
 * - `folder not covered`: it was not given the rules of `deprecated/` and `unsupported/`.
 */

type Cause = Habit | 'rule not covered' | 'folder not covered' | 'unexplained';

describeWithShared('the whole catalog over all recordings, and the second opinion on it', (shared) => {
  const opinion = secondOpinion(shared);
  const notCovered = new Set(opinion.rules_not_covered);
  const rules = catalog(shared).flatMap(({ path, folder, text }) => {
    const { plan } = compile(text);
    const id = plan?.rule.meta.id?.value;
    if (!plan || !id) return [];
    const apart = folder === 'deprecated' || folder === 'unsupported';
    return [{ path, id, plan, apart, covered: !apart && !notCovered.has(id), sql: new SqlReader(plan) }];
  });
  const byName = new Map(recordings(shared).map((recording) => [recording.name, recording.events]));
  const events = opinion.events.map(({ recording, event, rules: ids }) => ({
    event: byName.get(recording)![event]!,
    recording,
    theirs: new Set(ids),
  }));
  const set = new RuleSet(
    rules.map(({ plan }) => plan),
    { ignoreLogsource: true },
  );
  const matches = events.map(({ event }) => new Set(set.match(event)));

  test('both cover the same events and rules', () => {
    expect(events.length).toBe([...byName.values()].reduce((sum, list) => sum + list.length, 0));
    expect(events.length).toBe(91);
    expect(rules.length).toBe(3950);
    const known = new Set(rules.map(({ id }) => id));
    expect(known.size).toBe(rules.length);
    expect([...notCovered].filter((id) => !known.has(id))).toEqual([]);
    expect(events.flatMap(({ theirs }) => [...theirs].filter((id) => !known.has(id)))).toEqual([]);
  });

  test('every difference has a cause, and only our engine matches', () => {
    const causes: Partial<Record<Cause, number>> = {};
    const count = (cause: Cause) => {
      causes[cause] = (causes[cause] ?? 0) + 1;
    };
    let same = 0;
    const theirsAlone: string[] = [];
    const unexplained: string[] = [];
    events.forEach(({ event, recording, theirs }, e) => {
      rules.forEach(({ id, path, apart, covered, sql }, i) => {
        const ours = matches[e]!.has(i);
        if (ours === theirs.has(id)) {
          if (ours) same++;
        } else if (!ours) theirsAlone.push(`${recording} ${path}`);
        else if (!covered) count(apart ? 'folder not covered' : 'rule not covered');
        else {
          const alone = HABITS.filter((habit) => !sql.matches(event, [habit]));
          if (alone.length === 1) count(alone[0]!);
          else unexplained.push(`${recording} ${path}: ${alone.join(' and ') || 'none'}`);
        }
      });
    });
    expect(unexplained).toEqual([]);
    expect(theirsAlone).toEqual([]);
    expect(same).toBe(143);
    expect(causes).toEqual({
      absent: 118,
      keywords: 24,
      spaces: 1,
      'rule not covered': 1,
      'folder not covered': 12,
    });
  });

  test('with these habits our engine agrees with the other on every rule that it covers and every event', () => {
    const differ: string[] = [];
    let pairs = 0;
    for (const { event, recording, theirs } of events) {
      for (const { id, path, covered, sql } of rules) {
        if (!covered) continue;
        pairs++;
        if (sql.matches(event, HABITS) !== theirs.has(id)) differ.push(`${recording} ${path}`);
      }
    }
    expect(differ).toEqual([]);
    expect(pairs).toBe(91 * 3745);
  });

  test('without these habits it agrees with RuleSet', () => {
    for (const [e, { event }] of events.entries())
      expect(rules.flatMap(({ sql }, i) => (sql.matches(event, []) ? [i] : []))).toEqual([...matches[e]!]);
  });
});
