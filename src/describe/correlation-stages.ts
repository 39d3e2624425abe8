import type { CompiledCorrelation } from '../rule';
import { prose, type Range, type Words } from '../text';

/** One thing that a correlation says, with the ranges where it says it. */
export interface CorrelationStage {
  readonly label: string;
  readonly parts: readonly {
    /** As the rule has it, or in plain words if that is an abbreviation. */
    readonly text: string;
    /** What it means, where that is not plain: the title of the rule that a name stands for. */
    readonly says: Words;
    readonly range: Range | null;
  }[];
}

const TYPES: Readonly<Record<CompiledCorrelation['correlation']['type']['value'], string>> = {
  event_count: 'counts the events of a group',
  value_count: 'counts the different values in a group',
  temporal: 'all rules occur in a group, in any order',
  temporal_ordered: 'all rules occur in a group, in this order',
  value_sum: 'adds up the values in a group',
  value_avg: 'takes the average of the values in a group',
  value_percentile: 'takes a percentile of the values in a group',
};

type StagePart = CorrelationStage['parts'][number];

/** What a correlation does, in order: which events, in which groups, over what time, until what holds. */
export function correlationStages(compiled: CompiledCorrelation, text: string): CorrelationStage[] {
  const { type, timespan, comparisons, fields, generate, expression } = compiled.correlation;
  const does = expression ? prose(TYPES[type.value].replace('all rules', 'rules')) : prose(TYPES[type.value]);
  const isWithout = expression?.alternatives.some(({ absent }) => absent.length > 0);
  const written = ({ start, end }: Range) => text.slice(start, end);
  const stages: CorrelationStage[] = [
    { label: 'Type', parts: [{ text: type.value, says: does, range: type.range }] },
    { label: 'Rules', parts: ruleParts(compiled) },
    { label: 'Group by', parts: groupParts(compiled) },
    { label: 'Aliases', parts: aliasParts(compiled) },
    {
      label: 'Timespan',
      parts: [
        { text: written(timespan.range), says: ['from the first event to the last'], range: timespan.range },
      ],
    },
    {
      label: 'Condition',
      parts: [
        {
          text: compiled.conditionText,
          says: isWithout
            ? prose('`not`: no event from the first one of the others until the timespan is over')
            : [],
          range: expression?.range ?? comparisons[0]?.range ?? fields[0]?.range ?? null,
        },
      ],
    },
    {
      label: 'Its rules alone',
      parts: [
        {
          text: generate ? 'give alerts too' : 'give no alert',
          says: prose(generate ? '`generate` is true' : '`generate` is not true'),
          range: null,
        },
      ],
    },
  ];
  return stages.filter(({ parts }) => parts.length > 0);
}

function ruleParts({ correlation, references }: CompiledCorrelation): StagePart[] {
  return correlation.rules.map(({ value, range }) => {
    const found = references.find((reference) => reference.written === value);
    const kind = found?.kind === 'correlation' ? 'the correlation ' : '';
    return { text: value, says: found ? [`${kind}${found.title}`] : [], range };
  });
}

function groupParts({ correlation: { groupBy } }: CompiledCorrelation): StagePart[] {
  if (groupBy.length === 0) return [{ text: 'nothing', says: ['all events are one group'], range: null }];
  return groupBy.map(({ value, range }) => ({ text: value, says: [], range }));
}

function aliasParts({ correlation: { aliases } }: CompiledCorrelation): StagePart[] {
  return aliases.map(({ name, fields }) => ({
    text: name.value,
    says: [fields.map(({ rule, field }) => `${field.value} in ${rule.value}`).join(', ')],
    range: name.range,
  }));
}
