import type { SigmaEvent } from '../../event';
import { coverage, knownFields, logsourceName, recognise, ruleName } from '../../event';
import { Evaluator } from '../../match';
import { compile } from '../../rule';
import { type FieldMapping, isScalar, NO_MAPPING, prose, say, type Words } from '../../text';
import { logsourcesOf } from '../repair/logsource';
import { type AuthorAnswer, refused } from './answer';
import { type FieldTest, isPlainName, wordsOf } from './field-test';

import { ruleText, type Stamp } from './rule-text';
import { isChanging, sensibleTest, TELLING } from './sensible';

const MAX_TESTS = 3;

/**
 * A rule for events like this one: the log source that it belongs to, and the fields that tell what happened, asked for so
 * that the same doing elsewhere is found too. The rule matches the event.
 */
export function ruleFromEvent(
  event: SigmaEvent,
  stamp: Stamp,
  mapping: FieldMapping = NO_MAPPING,
): AuthorAnswer {
  const source = recognise(event);
  const logsource = logsourcesOf(event)[0] ?? {};
  const write = (tests: readonly FieldTest[]) =>
    ruleText({
      title: `New Rule For ${source.known ? source.label : 'Such Events'}`,
      description: 'Written from one event. Say here what it detects.',
      logsource,
      tests,
      stamp,
    });
  const matches = (tests: readonly FieldTest[]) => {
    const { plan } = compile(write(tests), { mapping });
    return plan !== null && new Evaluator(plan).verdict(event) === 'match';
  };
  const tests: FieldTest[] = [];
  for (const test of testsOf(event, mapping)) {
    if (tests.length >= MAX_TESTS) break;
    // One value under two names is one test.
    const twice = tests.some((one) => one.field === test.field || String(one.values) === String(test.values));
    if (!twice && matches([test])) tests.push(test);
  }
  if (tests.length === 0 || !matches(tests))
    return refused(prose('This event has no field whose value a rule could look for.'));
  const { category, service, product } = logsource;
  const name = category || service || product ? logsourceName(logsource) : '';
  const first: Words = [
    name ? `The log source is ${name}: the event is ${source.label}.` : 'Nothing tells the log source.',
  ];
  return {
    kind: 'rule',
    text: write(tests),
    reasons: [first, ...tests.map((test) => say`${wordsOf(test)}.`)],
  };
}

/** Tests that the event passes, the most telling first. */
function testsOf(event: SigmaEvent, mapping: FieldMapping): FieldTest[] {
  event.exact?.();
  const logsource = logsourcesOf(event)[0] ?? {};
  const cover = coverage(logsource, recognise(event), mapping);
  const known = knownFields(logsource);
  const test = (field: string, value: unknown) => {
    const one = Array.isArray(value) ? value[0] : value;
    return isScalar(one) && isPlainName(field) ? sensibleTest(field, one) : null;
  };
  // A category has its event ids in itself.
  const id = logsource.category ? null : test('EventID', cover.resolve('EventID')(event));
  const telling = TELLING.map((field) => test(field, cover.resolve(field)(event)));
  // Only where no field is known to tell what happened, any that does not change from event to event.
  const others = telling.some((one) => one !== null)
    ? []
    : event.fields().map((own) => {
        const value = event.get(own);
        if (own === 'EventID' || !isScalar(value) || isChanging(own, value)) return null;
        return test(ruleName(cover, known, event, own), value);
      });
  return [id, ...telling, ...others].filter((one): one is FieldTest => one !== null);
}
