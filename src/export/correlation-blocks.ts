import { correlationParagraphs } from '../describe';
import type { EventSlice } from '../event';
import { EXPORTED, TOLD } from '../limits';
import {
  absenceText,
  type CorrelationResult,
  correlations,
  eventsOf,
  type Firing,
  RuleVerdicts,
  wantedRules,
} from '../match';
import type { Collection, CompiledCorrelation } from '../rule';
import { count } from '../text';
import type { PaperAsk } from './ask';
import type { Block, Line } from './paper';
import { lineOf, lineOfParagraph } from './pieces';

/** What each correlation does, and when it fires. Yields between events. */
export function* correlationBlocks(
  collection: Collection,
  slices: readonly EventSlice[],
  { ignoreLogsource = false, first }: Pick<PaperAsk, 'ignoreLogsource' | 'first'>,
): Generator<void, Block[]> {
  const events = slices.flatMap(({ event }) => event ?? []);
  const verdicts = new RuleVerdicts(collection, wantedRules(collection), { ignoreLogsource });
  for (const event of events) {
    verdicts.take(event);
    yield;
  }
  const results = yield* correlations(collection, events, verdicts);
  return results.flatMap((result) => blocksOf(collection, result, first));
}

function blocksOf(collection: Collection, result: CorrelationResult, first: number): Block[] {
  const { firings, nearest } = result;
  const compiled = collection.correlations[result.correlation]!;
  const says: Line =
    firings.length === 0
      ? ['It does not fire. ', ...lineOf(nearest?.text ?? ['No event matches its rules.'])]
      : [`It fires ${firings.length === 1 ? 'once' : `${firings.length.toLocaleString('en')} times`}.`];
  const rows = firings.slice(0, EXPORTED.rows.value).map((firing) => rowOf(firing, first));
  return [
    { kind: 'heading', level: 3, words: [compiled.title] },
    ...correlationParagraphs(compiled).map(
      (one): Block => ({
        kind: 'paragraph',
        words: lineOfParagraph(one),
      }),
    ),
    { kind: 'paragraph', words: says },
    ...absences(compiled, firings),
    ...(rows.length === 0
      ? []
      : [{ kind: 'table', name: `Firings of ${compiled.title}`, head: HEAD, rows } as const]),
  ];
}

/** What did not occur in the firings that the table has. */
function absences({ references }: CompiledCorrelation, firings: readonly Firing[]): Block[] {
  return firings
    .slice(0, EXPORTED.rows.value)
    .flatMap(({ absence }, i) =>
      absence
        ? [{ kind: 'paragraph', words: [`Firing ${i + 1}: ${absenceText(absence, references)}`] } as const]
        : [],
    );
}

const HEAD = ['Group', 'From', 'To', 'Events'];

function rowOf(firing: Firing, first: number): readonly Line[] {
  const group = Object.entries(firing.key).flatMap(([name, value], i) => [
    i > 0 ? ', ' : '',
    { code: name },
    ' is ',
    { code: value },
  ]);
  const members = eventsOf(firing);
  const told = members.slice(0, TOLD.members.value).map((index) => (first + index).toLocaleString('en'));
  const more = members.length - told.length;
  const rest = more > 0 ? ` and ${count(more, 'more event')}` : '';
  return [
    group.length === 0 ? ['all events'] : group,
    [timeOf(firing.start)],
    [timeOf(firing.end)],
    [`${told.join(', ')}${rest}`],
  ];
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
