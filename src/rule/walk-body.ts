/*
 * The body of a selection has the same shape as written (`DetectionNode`), compiled (`PlanNode`) and explained
 * (`GroupTrace | ItemTrace`): groups of kind `every` or `some` hold groups and items. The functions here walk all
 * three.
 */

/** A body: an item, or a group of bodies of which every one or some one has to match. */
export type Body =
  | { readonly kind: 'item' }
  | { readonly kind: 'every' | 'some'; readonly children: readonly Body[] };

/** The items in a kind of body. */
export type ItemOf<B extends Body> = Extract<B, { readonly kind: 'item' }>;

/** The groups in a kind of body. */
export type GroupOf<B extends Body> = Exclude<B, { readonly kind: 'item' }>;

/** The items in a body, in the order of the rule. */
export function itemsOf<B extends Body>(body: B): ItemOf<B>[] {
  const items: ItemOf<B>[] = [];
  collect(body, items);
  return items;
}

function collect(body: Body, items: Body[]): void {
  if (body.kind === 'item') items.push(body);
  else for (const child of body.children) collect(child, items);
}

/** The first item in a body that passes the test; null if none does. */
export function findItem<B extends Body>(body: B, test: (item: ItemOf<B>) => boolean): ItemOf<B> | null {
  if (body.kind === 'item') return test(body as ItemOf<B>) ? (body as ItemOf<B>) : null;
  for (const child of (body as GroupOf<B>).children) {
    const found = findItem(child as B, test);
    if (found) return found;
  }
  return null;
}

/**
 * Folds a body into one result, from its items upwards: `item` gives the result of an item, `join` that of a group
 * from those of its children. `every` is true if all children have to match, false if one is enough.
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
