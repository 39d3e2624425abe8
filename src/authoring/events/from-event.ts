import type { SigmaEvent } from '../../event';
import { coverage, knownFields, logsourceName, recognise, ruleName } from '../../event';
import { Evaluator } from '../../match';
import { compile } from '../../rule';
import { type FieldMapping, isScalar, NO_MAPPING, prose, say, type Words } from '../../text';
import { logsourcesOf } from '../repair/logsource';
import { type AuthorAnswer, refused } from './answer';
import { descriptionOf, type FieldTest, isPlainName, wordsOf } from './field-test';
import { namesUser, userNames, withoutNames } from './personal';
import { ruleText, type Stamp } from './rule-text';
import { isChanging, sensibleTest, TELLING } from './sensible';

const MAX_TESTS = 3;

/**
 * A rule for events like this one: its log source, and the fields that tell what happened, tested so that the same
 * activity elsewhere also matches. The rule matches the event.
 */
export function ruleFromEvent(
  event: SigmaEvent,
  all: readonly SigmaEvent[],
  stamp: Stamp,
  mapping: FieldMapping = NO_MAPPING,
): AuthorAnswer {
  const source = recognise(event);
  const logsource = logsourcesOf(event)[0] ?? {};
  const write = (tests: readonly FieldTest[]) =>
    ruleText({
      title: `New Rule For ${source.known ? source.label : 'Such Events'}`,
      description: descriptionOf(tests, 'one event'),
      logsource,
      tests,
      stamp,
    });
  const evaluatorOf = (tests: readonly FieldTest[]) => {
    const { plan } = compile(write(tests), { mapping });
    return plan && new Evaluator(plan);
  };
  const matches = (tests: readonly FieldTest[]) => evaluatorOf(tests)?.verdict(event) === 'match';
  const tests: FieldTest[] = [];
  for (const test of testsOf(event, mapping)) {
    if (tests.length >= MAX_TESTS) break;
    // One value under two names is one test.
    const twice = tests.some((one) => one.field === test.field || String(one.values) === String(test.values));
    if (!twice && matches([test])) tests.push(test);
  }
  if (tests.length === 0 || !matches(tests))
    return refused(prose('This event has no field with a value that a rule could look for.'));
  const { category, service, product } = logsource;
  const name = category || service || product ? logsourceName(logsource) : '';
  const first: Words = [
    name ? `The log source is ${name}: the event is ${source.label}.` : 'The log source is unknown.',
  ];
  const last = evaluatorOf(tests)!;
  const found = all.filter((one) => last.verdict(one) === 'match');
  const reasons = [first, ...tests.map((test) => say`${wordsOf(test)}.`), [triedOn(all.length, found)]];
  return { kind: 'rule', text: write(tests), reasons };
}

const MAX_NAMED = 8;

/** Which of the events a rule matches, as a sentence. */
function triedOn(total: number, found: readonly SigmaEvent[]): string {
  const numbers = found.slice(0, MAX_NAMED).map(({ index }) => String(index + 1));
  const more = found.length - numbers.length;
  const last = more > 0 ? `${more.toLocaleString('en')} more` : numbers.pop();
  const list = numbers.length > 0 ? `${numbers.join(', ')} and ${last}` : last;
  const events = total === 1 ? '1 event' : `${total.toLocaleString('en')} events`;
  return `Tested on ${events}: it matches ${found.length === total && total > 1 ? 'all of them' : `event${found.length === 1 ? '' : 's'} ${list}`}.`;
}

/** Tests that the event passes, the most specific first. */
function testsOf(event: SigmaEvent, mapping: FieldMapping): FieldTest[] {
  event.exact?.();
  const logsource = logsourcesOf(event)[0] ?? {};
  const cover = coverage(logsource, recognise(event), mapping);
  const known = knownFields(logsource);
  const names = userNames(event);
  const test = (field: string, value: unknown) => {
    const one = Array.isArray(value) ? value[0] : value;
    if (!isScalar(one) || !isPlainName(field) || namesUser(field, one)) return null;
    const found = sensibleTest(field, one);
    return found && withoutNames(found, names);
  };
  // A category already implies its event ids.
  const id = logsource.category ? null : test('EventID', cover.resolve('EventID')(event));
  const telling = TELLING.map((field) => test(field, cover.resolve(field)(event)));
  // If no known field tells what happened, use any field that is stable from event to event.
  const others = telling.some((one) => one !== null)
    ? []
    : event.fields().map((own) => {
        const value = event.get(own);
        if (own === 'EventID' || !isScalar(value) || isChanging(own, value)) return null;
        return test(ruleName(cover, known, event, own), value);
      });
  return [id, ...telling, ...others].filter((one): one is FieldTest => one !== null);
}
