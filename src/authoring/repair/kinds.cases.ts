/**
 * For each kind of repair: a detection, an event that it misses, and the repairs offered, each as its title and the lines
 * that it changes.
 */
export const KINDS: readonly (readonly [
  name: string,
  detection: string,
  event: object,
  repairs: readonly (readonly [title: string, ...lines: string[]])[],
])[] = [
  [
    'a dash',
    "s:\n    F|contains: ' -enc ' # c\ncondition: s",
    { F: 'x /enc y' },
    [
      ["Add `' /enc '` as another value", "        F|contains: [' -enc ', ' /enc '] # c"],
      ['Accept any dash before an option (`windash`)', "        F|contains|windash: ' -enc ' # c"],
    ],
  ],
  [
    'a part of a line, in a list of lines',
    "s:\n    F|contains: # f\n        - 'http://'\n        - 'https://' # last\ncondition: s",
    { F: 'get -f ftp://192.0.2.1/a b' },
    [["Add `'ftp://'` as another value", "            - 'ftp://'"]],
  ],
  [
    'a list in brackets with one value',
    "s:\n    F: [ 'a' ] # f\ncondition: s",
    { F: 'x y' },
    [["Add `'x y'` as another value", "        F: [ 'a', 'x y' ] # f"]],
  ],
  [
    'a list in brackets over lines, in double quotes',
    's:\n    F: [ # f\n        "a", # a\n        "b" # b\n        ]\ncondition: s',
    { F: 'x"y' },
    [['Add `"x\\"y"` as another value', '            "b",', '            "x\\"y" # b']],
  ],
  [
    'a single value where the rule has lists of lines',
    "s:\n    F: 'a' # f\n    G: # g\n      - 1\n      - 2\ncondition: s",
    { F: 'x y', G: 1 },
    [["Add `'x y'` as another value", '        F:', "          - 'a' # f", "          - 'x y'"]],
  ],
  [
    'an escaped wildcard',
    "s:\n    F: 'a\\*' # c\ncondition: s",
    { F: 'abc' },
    [
      ["Add `'abc'` as another value", "        F: ['a\\*', 'abc'] # c"],
      ["Make the escaped wildcards wildcards: `'a*'`", "        F: 'a*' # c"],
    ],
  ],
  [
    'doubled backslashes',
    "s:\n    F: '\\\\\\\\srv' # c\ncondition: s",
    { F: '\\\\\\\\srv' },
    [
      ["Make every character literal: `'\\\\\\\\\\\\\\srv'`", "        F: '\\\\\\\\\\\\\\srv' # c"],
      ["Add `'\\\\\\\\\\\\\\srv'` as another value", "        F: ['\\\\\\\\srv', '\\\\\\\\\\\\\\srv'] # c"],
    ],
  ],
  [
    'another name of the field',
    "s:\n    Image|endswith: '\\a.exe' # c\ncondition: s",
    { Process: 'C:\\a.exe', Other: 1 },
    [['Look in the field `Process`', "        Process|endswith: '\\a.exe' # c"]],
  ],
  [
    'the border',
    's:\n    F|gt: 5 # c\ncondition: s',
    { F: 5 },
    [['Include the number itself (`gte`)', '        F|gte: 5 # c']],
  ],
  [
    'an address',
    's:\n    F|cidr: 10.0.0.0/8 # c\ncondition: s',
    { F: '192.0.2.7' },
    [['Add `192.0.2.7/32` as another value', '        F|cidr: [10.0.0.0/8, 192.0.2.7/32] # c']],
  ],
  [
    'a number beside numbers',
    's:\n    F: # c\n        - 1 # one\n        - 2\ncondition: s',
    { F: 7 },
    [['Add `7` as another value', '            - 7']],
  ],
  [
    'one of all the values that is not there',
    "s:\n    F|contains|all: # c\n        - 'abc'\n        - 'xyz' # why\ncondition: s",
    { F: 'abcd' },
    [
      ["Remove `'xyz'` from the list", '            # why'],
      ['Require only one of the values (without `all`)', '        F|contains: # c'],
    ],
  ],
  [
    'a filter',
    's:\n    F: a\nf: # about\n    G: b # c\ncondition: s and not f # d',
    { F: 'a', G: 'b' },
    [['Remove `f` from the condition', '    condition: s # d']],
  ],
  [
    'one value of a filter among others',
    's:\n    F: a\nf1:\n    G: # g\n        - b # c\n        - d\ncondition: s and not 1 of f*',
    { F: 'a', G: 'b' },
    [
      ['Remove `b` from `f1`', '            # c'],
      ['Remove `f1` from the condition', '    condition: s'],
    ],
  ],
  [
    'one filter of several',
    's:\n    F: a\nf1: # about\n    G: b\nf2:\n    G: e\ncondition: s and not 1 of f*',
    { F: 'a', G: 'b' },
    [['Exclude `f1` from the pattern by renaming it to `_f1`', '    _f1: # about']],
  ],
  [
    'a filter in parentheses',
    's:\n    F: a\nf1:\n    G: b\nf2:\n    G: e\ncondition: s and not (f1 or f2)',
    { F: 'a', G: 'b' },
    [['Remove `f1` from the condition', '    condition: s and not (f2)']],
  ],
  [
    'two causes',
    's:\n    F: abc # one\n    G|cased: B # two\ncondition: s',
    { F: 'xabcy', G: 'b' },
    [
      [
        'Remove `cased`; then add `xabcy` as another value',
        '        F: [abc, xabcy] # one',
        '        G: B # two',
      ],
      [
        'Remove `cased`; then look for the value anywhere (`contains`)',
        '        F|contains: abc # one',
        '        G: B # two',
      ],
    ],
  ],
];
