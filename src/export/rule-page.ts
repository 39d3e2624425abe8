import {
  attackCoverage,
  briefStages,
  correlationParagraphs,
  correlationStages,
  eventCoverage,
  type FieldCarried,
  filterParagraphs,
  indicators,
  inWords,
  type Paragraph,
  ruleCard,
  ruleParagraphs,
  ruleSheet,
  stages,
} from '../describe';
import type { SpecVersion } from '../knowledge';
import { EXPORTED } from '../limits';
import type { Collection, CollectionEntry, Plan, RuleMeta } from '../rule';
import { count, prose } from '../text';
import { collectionOf, type PaperAsk, ruleAt } from './ask';
import type { Block, Line, Paper, Piece } from './paper';
import { lineOf, lineOfParagraph } from './pieces';
import { notCompiled } from './result';
import { codeBlock, ruleBlock } from './texts';
import { stagesTree } from './tree';
import { versionFact } from './version-fact';

/** The page of a rule, a correlation or a filter: what it says of itself, what it does, and what it looks for. */
export function rulePage(ask: Pick<PaperAsk, 'rule' | 'document' | 'compile'>): Paper {
  const collection = collectionOf(ask);
  const wanted = collection.documents[ask.document];
  if (wanted && wanted.kind !== 'detection' && wanted.compiled !== null)
    return pageOf(wanted.meta, wanted.title, wanted.document.spec, otherBlocks(collection, wanted));
  const one = ruleAt(collection, ask.document);
  if (!one) return notCompiled(ask.rule);
  return pageOf(one.rule.meta, one.title, one.rule.spec, [
    ...inWordsBlocks(ruleParagraphs(one.plan, one.ownVerdict)),
    ...planBlocks(one.plan, one.conditionText),
    heading('Rule'),
    ruleBlock(ask.rule, one.plan, []),
  ]);
}

function heading(words: string): Block {
  return { kind: 'heading', level: 2, words: [words] };
}

function pageOf(meta: RuleMeta, title: string, spec: SpecVersion, blocks: readonly Block[]): Paper {
  const { description, facts, falsePositives, references, related, tags } = ruleSheet({ meta });
  const listed = (name: string, items: readonly Line[]): Block[] =>
    items.length === 0 ? [] : [heading(name), { kind: 'list', items: items.slice(0, EXPORTED.rows.value) }];
  return {
    title: title === '' ? 'A rule without a title' : title,
    blocks: [
      {
        kind: 'facts',
        rows: [...facts.map(({ label, value }) => [label, [value]] as const), ...versionFact(spec)],
      },
      ...description.map((words): Block => ({ kind: 'paragraph', words: [words] })),
      ...blocks.slice(0, -2),
      ...attackBlocks(meta),
      ...listed(
        'False positives',
        falsePositives.map((text) => [text]),
      ),
      ...listed(
        'References',
        references.map(({ text, url }) => [url === null ? text : { link: url }]),
      ),
      ...listed(
        'Related rules',
        related.map(({ id, kind, says }) => [{ code: id }, ` ${kind === '' ? says : `${kind}: ${says}`}`]),
      ),
      ...listed(
        'Tags',
        tags.map((tag) => [{ code: tag }]),
      ),
      // The text comes last.
      ...blocks.slice(-2),
    ],
  };
}

/** What a correlation or a filter does, and its text. */
function otherBlocks(collection: Collection, { kind, compiled, range }: CollectionEntry): Block[] {
  const text = [
    heading(kind === 'filter' ? 'Filter' : 'Correlation'),
    codeBlock(collection.text, range, { name: 'Text', language: 'yaml', selections: [], marks: [] }),
  ];
  if (kind === 'filter') {
    const { plan, appliesTo } = collection.filters[compiled!]!;
    const joins = appliesTo.map((i) => collection.plans[i]!.title);
    return [...inWordsBlocks(filterParagraphs(plan, joins)), ...planBlocks(plan), ...text];
  }
  const correlation = collection.correlations[compiled!]!;
  const rows = correlationStages(correlation, collection.text).flatMap(({ label, parts }) =>
    parts.map(({ text, says }): readonly [string, Line] => [label, [{ code: text }, ' ', ...lineOf(says)]]),
  );
  return [
    ...inWordsBlocks(correlationParagraphs(correlation)),
    heading('Stages'),
    { kind: 'facts', rows },
    ...text,
  ];
}

function inWordsBlocks(paragraphs: readonly Paragraph[]): Block[] {
  const told = inWords(paragraphs).paragraphs;
  if (told.length === 0) return [];
  return [
    heading('In words'),
    ...told.map((one): Block => ({ kind: 'paragraph', words: lineOfParagraph(one) })),
  ];
}

/** The events that it covers, its stages and its indicators. */
function planBlocks(plan: Plan, conditionText?: string): Block[] {
  const { logsource, rows, note } = eventCoverage(ruleCard(plan));
  const events = rows.map((row): readonly Line[] => [
    [row.provider],
    [row.id ?? 'every'],
    row.title === null ? [{ soft: 'not known' }] : lineOf(prose(row.title)),
    row.fields.flatMap((field, i): Piece[] => [...(i > 0 ? ['; '] : []), ...carried(field)]),
    row.turnOn === null ? [{ soft: 'not known' }] : lineOf(prose(row.turnOn)),
  ]);
  const looked = indicators(plan).map(({ field, kind, how, value, negated }): readonly Line[] => [
    field === null ? ['any value'] : [{ code: field }],
    [[kind, ...how].join(' ')],
    [{ code: value }],
    [negated ? 'excluded' : ''],
  ]);
  return [
    heading(`Event coverage${logsource === '' ? '' : ` of ${logsource}`}`),
    ...(note === '' ? [] : [{ kind: 'paragraph', words: [note] } as const]),
    ...table(
      'Event coverage',
      ['Provider', 'Event', 'Title', 'Fields of the rule', 'Must be enabled'],
      events,
    ),
    heading('Stages'),
    stagesTree(briefStages(stages(plan, conditionText))),
    heading('Indicators'),
    ...table('Indicators', ['Field', 'Operator', 'Value', 'Effect'], looked),
  ];
}

const MISSING: Readonly<Record<FieldCarried['how'], string>> = {
  own: '',
  mapped: '',
  derived: '',
  never: ' is never in it',
  absent: ' is not one of its fields',
  unknown: ' not known',
};

function carried({ field, how, from }: FieldCarried): Line {
  const names = from.flatMap((name, i): Piece[] => [
    i === 0 ? (how === 'derived' ? ' from ' : ' as ') : how === 'derived' ? ' and ' : ' or ',
    { code: name },
  ]);
  return [{ code: field }, ...names, MISSING[how]];
}

function attackBlocks(meta: RuleMeta): Block[] {
  const { rows, version } = attackCoverage(meta.tags);
  if (rows.length === 0) return [];
  const cells = rows.map(({ tactic, techniques }): readonly Line[] => [
    [tactic.name],
    [techniques.length === 0 ? 'no technique' : techniques.map(({ id, name }) => `${id} ${name}`).join('; ')],
  ]);
  return [
    heading('ATT&CK coverage'),
    ...table('ATT&CK coverage', ['Tactic', 'Techniques'], cells),
    { kind: 'paragraph', words: [{ soft: `ATT&CK Enterprise ${version}. © The MITRE Corporation.` }] },
  ];
}

function table(name: string, head: readonly string[], rows: readonly (readonly Line[])[]): Block[] {
  if (rows.length === 0) return [];
  const most = EXPORTED.rows.value;
  const left = rows.length - most;
  return [
    { kind: 'table', name, head, rows: rows.slice(0, most) },
    ...(left > 0
      ? [{ kind: 'paragraph', words: [{ soft: `… and ${count(left, 'more row')}` }] } as const]
      : []),
  ];
}
