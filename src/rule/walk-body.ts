/*
 * The body of a selection has one shape wherever it stands: as written (`DetectionNode`), compiled (`PlanNode`) and
 * explained (`GroupTrace | ItemTrace`). Groups of kind `every` or `some` hold groups and items. What is here walks all three.
 */

/** A body: an item, or a group of bodies of which every one has to match, or some one. */
export type Body =
  | { readonly kind: 'item' }
  | { readonly kind: 'every' | 'some'; readonly children: readonly Body[] };

/** The items of a kind of body. */
export type ItemOf<B extends Body> = Extract<B, { readonly kind: 'item' }>;

/** The groups of a kind of body. */
export type GroupOf<B extends Body> = Exclude<B, { readonly kind: 'item' }>;

/** The items below a body, in the order of the rule. */
export function itemsOf<B extends Body>(body: B): ItemOf<B>[] {
  const items: ItemOf<B>[] = [];
  collect(body, items);
  return items;
}

function collect(body: Body, items: Body[]): void {
  if (body.kind === 'item') items.push(body);
  else for (const child of body.children) collect(child, items);
}

/** The first item below a body that passes the test; null where none does. */
export function findItem<B extends Body>(body: B, test: (item: ItemOf<B>) => boolean): ItemOf<B> | null {
  if (body.kind === 'item') return test(body as ItemOf<B>) ? (body as ItemOf<B>) : null;
  for (const child of (body as GroupOf<B>).children) {
    const found = findItem(child as B, test);
    if (found) return found;
  }
  return null;
}

/**
 * Makes one thing of a body, from its items upwards: `item` says what each item gives, `join` what a group gives, from
 * what its children gave. `every` is true where all of the group's children have to match, false where one is enough.
 */
export function foldBody<B extends Body, T>(
  body: B,
  item: (item: ItemOf<B>) => T,
  join: (children: T[], every: boolean, group: GroupOf<B>) => T,
): T {
  if (body.kind === 'item') return item(body as ItemOf<B>);
  const group = body as GroupOf<B>;
  const children = group.children.map((child) => foldBody(child as B, item, join));
  return join(children, group.kind === 'every', group);
}
