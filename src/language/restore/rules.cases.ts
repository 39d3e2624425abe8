const HEAD = `title: Catalog Of Backups Removed
id: 0f1e2d3c-4b5a-4968-8776-5544332211aa
status: experimental
description: |
    Finds a tool that removes the catalog of backups.
    Whoever does that (or a program of theirs) wants no way back.
related:
    - id: 1f1e2d3c-4b5a-4968-8776-5544332211aa
      type: similar
references:
    - https://example.org/backups # the report
tags:
    - attack.impact
`;
const SOURCE = `logsource:
    category: process_creation
    product: windows
    definition: 'Requirements: command lines are recorded'
`;
const TAIL = `falsepositives:
    - Administrators
level: medium
`;

/** The text of a rule with these lines as its detection. */
export const rule = (detection: string, head = HEAD) => `${head}${SOURCE}detection:\n${detection}${TAIL}`;

/** Rules of every known shape; each can be restored from its lines alone. */
export const RULES: Readonly<Record<string, string>> = {
  'maps with lists': rule(`    selection_parent:
        ParentImage|endswith:
            - '\\wscript.exe'
            - '\\cscript.exe'
    selection_task:
        Image|endswith: '\\schtasks.exe'
        CommandLine|contains: ' /create '
    condition: all of selection_*
`),
  'a list of maps': rule(`    selection:
        - Image|endswith: '\\tool.exe'
          CommandLine|contains|all:
              - 'delete'
              - 'catalog'
        - OriginalFileName: 'Tool.EXE'
    filter_main_backup: # their own
        User: 'backup'
    condition: selection and not 1 of filter_main_*
`),
  'keywords, and comments': rule(`    # what is looked for
    keywords:
        - 'delete catalog'
        # this too
        - 'remove catalog'
    '|all':
        - 'a'
    condition: keywords
`).replace("    '|all':\n        - 'a'\n", ''),
  'keywords that must all stand there': rule(`    keywords:
        '|all':
            - 'delete'
            - 'catalog'
    condition: keywords
`),
  'lists of maps only': rule(`    selection:
        - Image|endswith: '\\a.exe'
        - Image|endswith: '\\b.exe'
    condition: selection
`),
  'a condition before the selections': rule(`    condition: selection and not filter
    selection:
        EventID:
            - 1
            - 2
    filter:
        User: 'backup'
`),
  'a condition of several lines': rule(`    selection:
        EventID: 1
    filter:
        User: 'backup'
    condition: >
        selection
        and not filter
`),
  'a list of conditions': rule(`    selection:
        EventID: 1
    other:
        EventID: 2
    condition:
        - selection
        - other
`),
  'a time beside the condition': rule(`    selection:
        EventID: 1
    timeframe: 5m
    condition: selection
`),
  'a field that is called as a key of the rule is': rule(`    selection:
        status: failure
        name: catalog
    condition: selection
`),
  'selections in brackets': rule(`    selection: {EventID: [1, 2]}
    condition: selection
`),
  'values of several lines': rule(`    selection:
        CommandLine|contains:
            - 'delete
                catalog'
            - remove
                catalog
    condition: selection
`),
  'a selection of a name that a key has': rule(`    selection:
        EventID: 1
    falsepositives:
        User: 'backup'
    condition: selection and not falsepositives
`),
  'a correlation with aliases': `${HEAD}name: removed
logsource:
    product: windows
detection:
    selection:
        EventID: 1
    condition: selection
---
title: Many Catalogs Removed
correlation:
    type: event_count
    rules:
        - removed
    group-by:
        - account
    timespan: 10m
    aliases:
        account:
            removed: User
    condition:
        gte: 10
level: high
`,
  'a filter': `title: Their Own
logsource:
    product: windows
filter:
    rules:
        - removed
    selection:
        User|startswith: 'adm_'
    condition: not selection
`,
};
