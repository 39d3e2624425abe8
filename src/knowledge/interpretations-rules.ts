import type { Interpretation } from './interpretation';

/** The meaning of a rule's values, modifiers and keywords where the specification leaves it open. */
export const RULE_INTERPRETATIONS = [
  {
    id: 'star-newline',
    clause:
      'The specification says that `*` stands for any characters, but not whether that includes line breaks.',
    ours: '`*` also matches line breaks.',
    other: 'A `*` in the rule stops at a line break, like `.*` where a backend turns it into an expression.',
    computed: 'event',
  },
  {
    id: 'any-code-point',
    clause: 'The specification says that `?` stands for one character, but not what a character is.',
    ours: '`?` is one code point: an emoji is one character.',
    other: '`?` is one UTF-16 unit: an emoji is two.',
    computed: 'event',
  },
  {
    id: 'case-folding',
    clause: 'Values are compared without case, but the specification does not say for which letters.',
    ours: 'Case is ignored for all Unicode letters.',
    other: 'Case is ignored only for the letters A to Z; `É` and `é` differ.',
    computed: 'event',
  },
  {
    id: 'boolean-text',
    clause: 'The specification does not say whether `true` in a rule equals the text `"true"` of an event.',
    ours: 'A boolean in the rule equals a boolean, and its text in any case.',
    other: 'A boolean in the rule equals only a boolean.',
    computed: 'event',
  },
  {
    id: 'array-member',
    clause: 'The specification does not say what a value means for a field that holds a list.',
    ours: 'A list matches if at least one of its members does.',
    other: 'A list is one text, its members joined by a comma and a space.',
    computed: 'event',
  },
  {
    id: 'null-member',
    clause: 'The specification does not say whether `null` matches a list with a member that is null.',
    ours: 'A list matches `null` if one of its members is null.',
    other: 'A list is a value and never matches `null`, whatever its members.',
    computed: 'event',
  },
  {
    id: 'dotted-literal',
    clause:
      'A dotted field name can be a key with dots or a path. The specification does not say which comes first.',
    ours: 'A key with the dotted name takes precedence over the path.',
    other: 'The path takes precedence over a key with the dotted name.',
    computed: 'event',
  },
  {
    id: 'field-case',
    clause: 'The specification covers the case of values, but not of field names.',
    ours: 'Field names are case-sensitive.',
    other: 'Field names are not case-sensitive.',
    computed: 'event',
  },
  {
    id: 'neq-absent',
    clause: 'The specification does not say whether `neq` holds for a field that the event does not have.',
    ours: '`neq` holds for an absent field: it has none of the values.',
    other: '`neq` requires a field with another value, as in backends that compare inside their query.',
    computed: 'event',
  },
  {
    id: 're-unanchored',
    clause: 'The specification does not say whether an expression has to match the whole value.',
    ours: 'A regular expression may match anywhere in the value.',
    other: 'A regular expression has to match the whole value, as in Lucene.',
    computed: 'event',
  },
  {
    id: 'cidr-mapped',
    clause: 'The specification does not say how `cidr` reads an address such as `::ffff:10.0.0.1`.',
    ours: 'An IPv4-mapped IPv6 address counts as its IPv4 address.',
    other: 'An IPv4-mapped IPv6 address is an IPv6 address, in no IPv4 network.',
    computed: 'event',
  },
  {
    id: 'windash-option',
    clause:
      'Literally, `windash` gives all permutations of dashes; pySigma changes only those that begin an option.',
    ours: '`windash` changes the dashes and slashes that begin an option; all others are literal.',
    other: '`windash` changes every dash and slash of the value, as the specification literally says.',
    computed: 'event',
  },
  {
    id: 'compare-text',
    clause:
      'The specification compares numbers with `lt` to `gte`, but does not mention numbers written as text.',
    ours: 'Text in the event that is a number is compared as that number.',
    other: 'Only numbers in the event are compared; text never passes `lt` to `gte`.',
    computed: 'event',
  },
  {
    id: 'time-clock',
    clause: 'The specification does not say in which time zone `minute` to `year` read a timestamp.',
    ours: 'The parts of a timestamp are those of its own time zone, as written.',
    other: 'A timestamp with a time zone is converted to UTC first.',
    computed: 'event',
  },
  {
    id: 'fieldref-missing',
    clause: 'The specification does not say what `fieldref` does if a field is absent.',
    ours: 'An absent field equals nothing, not even another absent field.',
    other: 'A field that is absent or null counts as empty text.',
    computed: 'event',
  },
  {
    id: 'keyword-substring',
    clause:
      'The specification searches keywords in the log, but does not say whether a keyword is a part of a value.',
    ours: 'A keyword may be anywhere in a value.',
    other: 'A keyword is a whole value, unless it has wildcards.',
    computed: 'event',
  },
  {
    id: 'keyword-number',
    clause: 'The specification does not say whether keywords are searched in numbers.',
    ours: 'Keywords are searched in numbers too.',
    other: 'Keywords are not searched in numbers.',
    computed: 'event',
  },
  {
    id: 'keyword-field-name',
    clause:
      'The specification searches keywords in the log, but does not say whether that includes field names.',
    ours: 'Keywords are not searched in field names.',
    other: 'Keywords are searched in field names too, as in the raw line of the log.',
    computed: 'event',
  },
  {
    id: 'keyword-raw-line',
    clause:
      'The specification searches keywords in the log, but does not say whether that means its lines or the values read from them.',
    ours: 'Keywords are searched in the values that are read from a line.',
    other: 'Keywords are searched in the line as it is written too, with what is between the values.',
    computed: 'event',
  },
  {
    id: 'filter-selection-name',
    clause:
      "A filter's selections may have the same names as the rule's; the specification does not define the joined form.",
    ours: "Each condition sees its own selections only; a filter's are shown as `my_filter.selection`.",
    other: "A filter's selections are renamed or overwrite the rule's.",
    computed: null,
    why: 'Names do not affect the verdict, and overwriting selections would make another rule.',
  },
  {
    id: 'global-own-key',
    clause: '`action: global` belongs to Sigma 1; how it merges with later documents was never specified.',
    ours: "A document's own keys take precedence over those of `action: global`.",
    other: 'The keys of `action: global` take precedence, or the keys of both are merged.',
    computed: null,
    why: 'Sigma 2 no longer has this form, and it is reported as a problem.',
  },
] as const satisfies readonly Interpretation[];
