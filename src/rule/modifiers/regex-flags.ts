import { type Modifier, one } from './modifier';

/** `i`, `m` and `s` differ only in the flag that they set. */
export function regexFlag(name: 'i' | 'm' | 's', doc: Modifier['doc']): Modifier {
  return {
    name,
    doc,
    takes: ['regex'],
    wants: 'a regular expression, with `re` before it',
    apply: (draft) =>
      draft.kind === 'regex' ? one({ ...draft, flags: { ...draft.flags, [name]: true } }) : one(draft),
  };
}
