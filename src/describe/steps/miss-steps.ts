import { type Cause, type ItemTrace, missWords, type Trace } from '../../match';
import { asSentence, code, say, type Words } from '../../text';
import { itemOfCause } from '../members-told';
import type { Paragraph } from '../words/paragraph';
import { namedIn } from './deciding';
import { fieldStep, foundMarks, testWords } from './item-steps';
import { marks, type Step, type StepMark, step } from './step';

/** The way to the nearest reason of a miss: the selection, the field, and where the value differs. */
export function causeSteps(trace: Trace): Step[] {
  const [cause] = trace.causes;
  if (!cause) return [];
  const selection = trace.selections[cause.selection];
  if (!selection) return [sourceStep(cause)];
  const item = itemOfCause(selection, cause);
  return [
    selectionStep(trace, cause, item),
    ...(item ? [fieldStep(item, cause.selection)] : []),
    reasonStep(trace, cause, item),
  ];
}

/** The rule does not look at events of this source. */
function sourceStep({ miss, item }: Cause): Step {
  return step({
    kind: 'source',
    title: ['The log source'],
    holds: false,
    says: [asWhole(missWords(miss))],
    speaks: [['The rule looks only at events of its own log source.']],
    rule: marks([item], 'near'),
  });
}

function selectionStep(trace: Trace, { selection, miss }: Cause, item: ItemTrace | null): Step {
  const { name, rule, matched } = trace.selections[selection]!;
  const isBlocked = miss.reason === 'blocked by negated' && miss.by === 'condition';
  return step({
    kind: 'selection',
    title: say`The selection ${code(name)}`,
    holds: matched,
    says: [
      isBlocked
        ? say`${code(name)} matches, and the condition excludes it.`
        : say`${code(name)} does not match.`,
    ],
    speaks: item ? [asSentence(testWords(item))] : [],
    rule: [...marks([rule], 'point', selection), ...namedIn(trace, [selection])],
    events: isBlocked && item ? itemMarks(item, selection) : [],
  });
}

function reasonStep(trace: Trace, cause: Cause, item: ItemTrace | null): Step {
  const { miss, selection } = cause;
  const isBlocked = miss.reason === 'blocked by negated';
  const value = item?.values.find(({ id }) => id === cause.value);
  const matching = item && isBlocked ? itemMarks(item, selection) : [];
  const near = marks(miss.near?.text ?? [], 'near', selection);
  const whole = marks([item?.eventRange ?? null], 'point', selection);
  return step({
    kind: 'reason',
    title: ['The nearest reason'],
    holds: false,
    says: [asWhole(missWords(miss))],
    speaks: [...apartWords(cause), ...moreWords(trace)],
    rule: marks([value?.rule ?? cause.item], isBlocked ? 'found' : 'near', selection),
    events: matching.length > 0 ? matching : near.length > 0 ? near : whole,
  });
}

function itemMarks({ values }: ItemTrace, selection: number): StepMark[] {
  return values.flatMap(({ hits }) => hits.flatMap((hit) => foundMarks(hit, selection)));
}

/** Where the value and the rule part. */
function apartWords({ miss: { near, otherField } }: Cause): Paragraph[] {
  const other: Paragraph[] = otherField ? [say`The event has ${code(otherField)} instead.`] : [];
  if (!near || near.expected === '') return other;
  const found: Words = near.found === '' ? ['nothing there'] : [code(near.found)];
  return [...other, say`The event has ${found} where the rule wants ${code(near.expected)}.`];
}

function moreWords({ causes, moreCauses = 0 }: Trace): Paragraph[] {
  const rest = causes.length - 1 + moreCauses;
  if (rest === 0) return [];
  return [
    [
      rest === 1
        ? 'One more part of the rule fails too.'
        : `${rest.toLocaleString('en')} more parts of the rule fail too.`,
    ],
  ];
}

/** With a full stop, if there is none. */
function asWhole(words: Words): Words {
  const last = words.at(-1);
  return typeof last === 'string' && /[.!?]\s*$/.test(last) ? words : say`${words}.`;
}
