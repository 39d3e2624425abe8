/** A valid rule with nearly every feature: every scalar style, escapes, most modifiers, several conditions. */
export const oneRule = String.raw`# A comment
title: 'It''s all here'
id: 00000000-0000-4000-8000-000000000001
status: test
description: >-
  Folded
  text: with a colon
references:
  - https://example.org/a
author: "A \x41"
date: 2026-01-02
tags: [attack.execution, attack.t1059]
logsource:
  product: windows
  category: process_creation
detection:
  selection_img: &img
    - Image|endswith:
        - '\cmd.exe'
        - "\\power*shell.exe"
    - OriginalFileName: Cmd.Exe
  selection_cli:
    CommandLine|contains|all:
      - ' -enc'
      - "\x41?\u0042"
    CommandLine|windash|contains: ' /c '
    'User|expand': '%p%'
    ParentImage|fieldref|neq: Image
  selection_more:
    F|re|i: '(?P<name>a+)\.b(c)?'
    G|base64offset|contains: 'http://'
    H|wide|base64: IEX
    I|cidr: ['10.0.0.1/8', 'fe80::/10']
    J|gte: 5
    K|exists: false
    L|hour|lt: 6
    M: [null, '', 1, true, 0x1F]
    N|cased: "a\\*b"
    O|re: a(?=b)
    P: |-
      literal \text*
        more
  keywords:
    '|all':
      - foo
      - 4624
  filter_main-1.x: {A: 1, "B|contains": [x, y]}
  _hidden: *img
  condition:
    - selection_img and 1 of selection_* and not 1 of filter_*
    - >-
      all of sel* or (keywords
      and not _hidden)
falsepositives: []
level: high
custom_key: {a: [b]}
`;
