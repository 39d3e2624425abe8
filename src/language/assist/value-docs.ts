import { byName } from '../../text';

/** The forms in which a rule can write what it looks for. */
export const VALUE_FORMS = byName<string>({
  text: 'The field is exactly this text. Upper and lower case make no difference.',
  star: '`*` stands for any characters, or none.',
  'question-mark': '`?` stands for exactly one character.',
  backslash:
    'A backslash before `*`, `?` or another backslash takes its meaning away: `\\*` is a star. Any other backslash is itself.',
  number: 'The field is this number, as a number or as text.',
  boolean: 'The field is `true` or `false`, as such or as text.',
  null: 'The field is absent, or null.',
  empty: 'The field is there, and its text is empty.',
  list: 'A list of values: one of them is enough, unless `all` says that each is needed.',
  map: 'A map of fields: each of them must match.',
  maps: 'A list of maps: one of the maps is enough.',
  keywords: 'A list without a field: one of the texts is in any value of the event.',
});
