import type { Interpretation } from './interpretation';

/** What a rule's values, modifiers and keywords mean where the specification leaves it open. */
export const RULE_INTERPRETATIONS = [
  {
    id: 'star-newline',
    clause: 'The specification says that `*` stands for any characters, not whether line breaks are some.',
    ours: '`*` also crosses line breaks.',
    other:
      'A `*` in the rule ends at a line break, as `.*` does where a backend turns it into an expression.',
    computed: 'event',
  },
  {
    id: 'any-code-point',
    clause: 'The specification says that `?` stands for one character, not what a character is.',
    ours: '`?` is one code point: an emoji is one character.',
    other: '`?` is one UTF-16 unit: an emoji is two.',
    computed: 'event',
  },
  {
    id: 'case-folding',
    clause: 'Values are compared without regard to case; the specification names no letters.',
    ours: 'Case is folded for all letters of Unicode.',
    other: 'Case is folded for the letters A to Z only; `É` and `é` differ.',
    computed: 'event',
  },
  {
    id: 'boolean-text',
    clause: 'The specification does not say whether `true` in a rule equals the text `"true"` of an event.',
    ours: 'A boolean of the rule equals a boolean and its text in any case.',
    other: 'A boolean of the rule equals a boolean only.',
    computed: 'event',
  },
  {
    id: 'array-member',
    clause: 'The specification does not say what a value means for a field that holds a list.',
    ours: 'A list matches where one of its members does.',
    other: 'A list is one text, its members joined by a comma and a space.',
    computed: 'event',
  },
  {
    id: 'dotted-literal',
    clause:
      'A dotted field name can be a key that holds dots, or a path; the specification does not order them.',
    ours: 'A key that is the dotted name itself wins over the path.',
    other: 'The path wins over a key that is the dotted name itself.',
    computed: 'event',
  },
  {
    id: 'field-case',
    clause: 'The specification speaks of the case of values, not of that of field names.',
    ours: 'Field names are case-sensitive.',
    other: 'Case in field names does not matter.',
    computed: 'event',
  },
  {
    id: 'neq-absent',
    clause: 'The specification does not say whether `neq` holds for a field that the event does not have.',
    ours: '`neq` holds for a field that is absent: it has none of the values.',
    other: '`neq` wants a field with another value, as where a backend compares inside its query.',
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
    clause: 'The specification does not say what an address such as `::ffff:10.0.0.1` is for `cidr`.',
    ours: 'An IPv4-mapped IPv6 address counts as its IPv4 address.',
    other: 'An IPv4-mapped IPv6 address is an IPv6 address, in no IPv4 network.',
    computed: 'event',
  },
  {
    id: 'windash-option',
    clause:
      '`windash` gives all permutations of dashes by the letter; pySigma takes those that begin an option.',
    ours: '`windash` opens the dashes and slashes that begin an option; every other one is literal.',
    other: '`windash` opens every dash and slash of the value, as the specification is written.',
    computed: 'event',
  },
  {
    id: 'compare-text',
    clause:
      'The specification compares numbers with `lt` to `gte`, and does not speak of numbers written as text.',
    ours: 'A text of the event that is a number is compared as that number.',
    other: 'Only numbers of the event are compared; a text never passes `lt` to `gte`.',
    computed: 'event',
  },
  {
    id: 'time-clock',
    clause: 'The specification does not say in which time zone `minute` to `year` read a timestamp.',
    ours: 'The parts of a timestamp are those of the clock as written.',
    other: 'A timestamp with a time zone is converted to UTC first.',
    computed: 'event',
  },
  {
    id: 'fieldref-missing',
    clause: 'The specification does not say what `fieldref` gives where a field is missing.',
    ours: 'A field that is missing equals nothing, another missing one included.',
    other: 'A field that is missing or null counts as the empty text.',
    computed: 'event',
  },
  {
    id: 'keyword-substring',
    clause: 'The specification searches keywords in the log, and does not say how much of a value they are.',
    ours: 'A keyword may stand anywhere in a value.',
    other: 'A keyword is the whole of a value, unless it has wildcards.',
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
      'The specification searches keywords in the log, and does not say whether field names are part of it.',
    ours: 'Keywords are not searched in field names.',
    other: 'Keywords are searched in field names too, as in the raw line of the log.',
    computed: 'event',
  },
  {
    id: 'filter-selection-name',
    clause: "A filter's selections may have the names of the rule's; the specification names no joined form.",
    ours: "Each condition sees its own selections only; a filter's are shown as `my_filter.selection`.",
    other: "A filter's selections are renamed or overwrite the rule's.",
    computed: null,
    why: 'A name has no verdict; overwriting selections would make another rule.',
  },
  {
    id: 'global-own-key',
    clause: '`action: global` is of Sigma 1; its merge with the later documents was never specified.',
    ours: "A document's own keys win over those of `action: global`.",
    other: 'The keys of `action: global` win, or keys of both are merged.',
    computed: null,
    why: 'The form is gone from Sigma 2, and has a lint.',
  },
] as const satisfies readonly Interpretation[];
