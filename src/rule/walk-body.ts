/*
 * The body of a selection has the same shape as written (`DetectionNode`), compiled (`PlanNode`) and explained
 * (`NodeTrace`): groups of kind `every` or `some` hold groups, items and blocks about the members of an array. The
 * functions here walk all three. What is inside a block is about a member and not about the event, so that only
 * `allItemsOf` goes into it.
 */

/** A body: an item, a block, or a group of bodies of which every one or some one has to match. */
export type Body =
  | { readonly kind: 'item' }
  | { readonly kind: 'members' }
  | { readonly kind: 'every' | 'some'; readonly children: readonly Body[] };

/** The items in a kind of body. */
export type ItemOf<B extends Body> = Extract<B, { readonly kind: 'item' }>;

/** The groups in a kind of body. */
export type GroupOf<B extends Body> = Extract<B, { readonly children: unknown }>;

/** The blocks in a kind of body. */
export type MembersOf<B extends Body> = Extract<B, { readonly kind: 'members' }>;

/** The items in a body that are about the event itself, in the order of the rule. */
export function itemsOf<B extends Body>(body: B): ItemOf<B>[] {
  const items: ItemOf<B>[] = [];
  collect(body, items);
  return items;
}

function collect(body: Body, items: Body[]): void {
  if (body.kind === 'item') items.push(body);
  else if (body.kind !== 'members') for (const child of body.children) collect(child, items);
}

/** The blocks in a body, without those inside of other blocks, in the order of the rule. */
export function blocksOf<B extends Body>(body: B): MembersOf<B>[] {
  return foldBody<B, MembersOf<B>[]>(
    body,
    () => [],
    (children) => children.flat(),
    (block) => [block],
  );
}

/** A body whose blocks have selections, as written and compiled. */
type Nested =
  | { readonly kind: 'item' }
  | { readonly kind: 'members'; readonly selections: readonly { readonly body: Nested }[] }
  | { readonly kind: 'every' | 'some'; readonly children: readonly Nested[] };

/** All items in a body, those inside of blocks too, in the order of the rule. */
export function allItemsOf<B extends Nested>(body: B): ItemOf<B>[] {
  return foldBody<B, ItemOf<B>[]>(
    body,
    (item) => [item],
    (children) => children.flat(),
    ({ selections }) => selections.flatMap((selection) => allItemsOf(selection.body as B)),
  );
}

/** The first item in a body that passes the test; null if none does. */
export function findItem<B extends Body>(body: B, test: (item: ItemOf<B>) => boolean): ItemOf<B> | null {
  if (body.kind === 'item') return test(body as ItemOf<B>) ? (body as ItemOf<B>) : null;
  if (body.kind === 'members') return null;
  for (const child of (body as GroupOf<B>).children) {
    const found = findItem(child as B, test);
    if (found) return found;
  }
  return null;
}

/**
 * Folds a body into one result, from its items upwards: `item` gives the result of an item, `join` that of a group
 * from those of its children, `members` that of a block. `every` is true if all children have to match, false if one
 * is enough.
 */
export function foldBody<B extends Body, T>(
  body: B,
  item: (item: ItemOf<B>) => T,
  join: (children: T[], every: boolean, group: GroupOf<B>) => T,
  members: (block: MembersOf<B>) => T,
): T {
  if (body.kind === 'item') return item(body as ItemOf<B>);
  if (body.kind === 'members') return members(body as MembersOf<B>);
  const group = body as GroupOf<B>;
  const children = group.children.map((child) => foldBody(child as unknown as B, item, join, members));
  return join(children, group.kind === 'every', group);
}
