import { expect, test } from 'vitest';
import { readEvents } from '../../src/event';
import { technique } from '../../src/knowledge';
import { type CollectionEntry, compileCollection, type DetectionNode } from '../../src/rule';
import type { Example } from './example';
import { fingerprint } from './fingerprint';
import type { Facts } from './gallery';
import { LONGEST } from './index';
import { TEXTS } from './texts';

/*
 * What is read from the texts of the examples, and kept in files so that the page need not read them all: the files hold what
 * the texts say. After a change of an example, `npx vitest run app/examples -u` writes them again.
 */

const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'];
const examples = Object.entries<Example>(TEXTS);

/** The items of a selection. */
function itemsOf(node: DetectionNode): readonly { field: string | null; modifiers: readonly string[] }[] {
  if (node.kind === 'members') return node.selections.flatMap(({ body }) => itemsOf(body));
  if (node.kind !== 'item') return node.children.flatMap(itemsOf);
  return [{ field: node.field, modifiers: node.modifiers.map(({ value }) => value) }];
}

function namesOf({ document }: CollectionEntry): { fields: string[]; modifiers: string[] } {
  if (document.kind === 'correlation') {
    const { type, groupBy } = document.correlation!;
    return { fields: groupBy.map(({ value }) => value), modifiers: [type.value] };
  }
  const { selections } = document.kind === 'filter' ? document.filter!.detection : document.rule!.detection;
  const items = selections.flatMap(({ body }) => itemsOf(body));
  return {
    fields: items.flatMap(({ field }) => field || []),
    modifiers: items.flatMap(({ modifiers }) => modifiers),
  };
}

function read({ rule, events, placeholders = {} }: Example): Facts {
  const { documents } = compileCollection(rule, { placeholders });
  const names = documents.map(namesOf);
  const first = documents[0]!.document;
  if (first.kind !== 'detection') throw new Error('The first document is a rule.');
  const { product, category, service } = first.rule!.logsource;
  const { format, slices } = readEvents(events);
  const parts = Object.entries({ product, category, service });
  const tags = documents.flatMap(({ meta }) => meta.tags.map(({ value }) => value));
  return {
    level: LEVELS[Math.max(...documents.map(({ meta }) => LEVELS.indexOf(meta.level?.value ?? '')))]!,
    logsource: Object.fromEntries(parts.flatMap(([key, part]) => (part ? [[key, part.value]] : []))),
    techniques: [...new Set(tags.flatMap((tag) => /^attack\.(t\d.*)$/.exec(tag)?.[1]?.toUpperCase() ?? []))],
    format: format ?? '',
    fields: [...new Set(names.flatMap(({ fields }) => fields))],
    modifiers: [...new Set(names.flatMap(({ modifiers }) => modifiers))],
    keys: slices.map(({ range }) => fingerprint(events.slice(range.start, range.end))),
  };
}

/** One line for each entry. */
function lines(record: Readonly<Record<string, unknown>>): string {
  const each = Object.entries(record).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${each.join(',\n')}\n}`;
}

test('the facts that the gallery shows are those of the texts', async () => {
  const facts = Object.fromEntries(examples.map(([id, example]) => [id, read(example)]));
  const ids = [...new Set(Object.values(facts).flatMap(({ techniques }) => techniques))].sort();
  const techniques = Object.fromEntries(ids.map((id) => [id, technique(id)!.name]));
  await expect(
    `{\n"techniques": ${lines(techniques)},\n"examples": ${lines(facts)}\n}\n`,
  ).toMatchFileSnapshot('./facts.json');
});

test('no text of an example is too long to be known', () => {
  const longest = Math.max(...examples.flatMap(([, { rule, events }]) => [rule.length, events.length]));
  expect(longest).toBeLessThanOrEqual(LONGEST);
});

test('the fingerprints by which an unchanged example is known are those of the texts', async () => {
  const prints = examples.map(([id, { rule, events }]) => [id, [fingerprint(rule), fingerprint(events)]]);
  await expect(`${lines(Object.fromEntries(prints))}\n`).toMatchFileSnapshot('./known.json');
});
