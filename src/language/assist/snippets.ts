import type { AssistFacts, Item } from './item';
import type { Outline } from './outline';

/* Texts with placeholders to fill in, in the syntax of editors: `${1:text}`. */

/** Selections to start from, without those whose names are taken. */
export function selectionSnippets({ selections }: Outline): Item[] {
  const taken = new Set(selections.map((s) => s.name));
  const snippets: [string, string, string][] = [
    [
      'selection',
      'selection:\n    ${1:CommandLine}|${2:contains}: ${3:value}',
      'A selection with one field.',
    ],
    [
      'selection_img',
      "selection_img:\n    - Image|endswith: '\\\\${1:name}.exe'\n    - OriginalFileName: ${1:name}.exe",
      'A program by its path, or by its original file name.',
    ],
    [
      'selection_cli',
      'selection_cli:\n    CommandLine|contains|all:\n        - ${1:value}\n        - ${2:value}',
      'Parts of a command line, all required.',
    ],
    [
      'filter_main',
      'filter_main_${1:name}:\n    ${2:Image}|${3:startswith}: ${4:value}',
      'Activity that is harmless everywhere. The condition needs `not 1 of filter_main_*`.',
    ],
    [
      'filter_optional',
      'filter_optional_${1:name}:\n    ${2:Image}|${3:startswith}: ${4:value}',
      'Activity that is harmless in some environments. The condition needs `not 1 of filter_optional_*`.',
    ],
    ['keywords', 'keywords:\n    - ${1:word}\n    - ${2:word}', 'Words anywhere in the event.'],
  ];
  return snippets
    .filter(([label]) => !taken.has(label))
    .map(([label, insert, doc]) => ({ label, insert, kind: 'snippet', doc }));
}

/** A rule to start from. */
export function wholeRule({ today, id }: AssistFacts): Item {
  const lines = [
    'title: ${1:What it finds}',
    ...(id ? [`id: ${id}`] : []),
    'status: experimental',
    'description: ${2:What it finds, and why that matters.}',
    'author: ${3:Your name}',
    ...(today ? [`date: ${today}`] : []),
    'tags:',
    '    - attack.${4:execution}',
    'logsource:',
    '    product: ${5:windows}',
    '    category: ${6:process_creation}',
    'detection:',
    '    selection:',
    '        ${7:CommandLine}|${8:contains}: ${9:value}',
    '    condition: selection',
    'level: ${10:medium}',
    '',
  ];
  return {
    label: 'whole rule',
    insert: lines.join('\n'),
    kind: 'snippet',
    doc: 'A rule to start from, with a selection of one field.',
  };
}
