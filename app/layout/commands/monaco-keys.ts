/** A command of Monaco that somebody may look for: its id, what it does, its key, and its key on Linux where that is another. */
export type Row = readonly [id: string, title: string, key?: string, linux?: string];

/** What the rule's editor does with a rule. */
export const OF_THE_RULE: readonly Row[] = [
  ['editor.action.formatDocument', 'Format the rule', 'Shift+Alt+F', 'Ctrl+Shift+I'],
  ['editor.action.quickFix', 'Show the fixes for a problem', 'Ctrl+.'],
  ['editor.action.triggerSuggest', 'Complete what is at the cursor', 'Ctrl+Space'],
  ['editor.action.revealDefinition', 'Go to the selection', 'F12'],
  ['editor.action.goToReferences', 'Show the uses of a selection', 'Shift+F12'],
  ['editor.action.rename', 'Rename a selection', 'F2'],
  ['editor.action.quickOutline', 'Outline of the rule', 'Ctrl+Shift+O'],
  ['editor.action.showHover', 'Show the explanation at the cursor', 'Ctrl+K Ctrl+I'],
  ['editor.action.commentLine', 'Comment lines, or not', 'Ctrl+/'],
];

/** What both editors do with a text. */
export const OF_BOTH: readonly Row[] = [
  ['undo', 'Undo', 'Ctrl+Z'],
  ['redo', 'Redo', 'Ctrl+Y'],
  ['actions.find', 'Find', 'Ctrl+F'],
  ['editor.action.startFindReplaceAction', 'Replace', 'Ctrl+H'],
  ['editor.action.gotoLine', 'Go to a line', 'Ctrl+G'],
  ['editor.action.marker.nextInFiles', 'Next problem', 'F8'],
  ['editor.action.marker.prevInFiles', 'Previous problem', 'Shift+F8'],
  ['editor.foldAll', 'Fold all', 'Ctrl+K Ctrl+0'],
  ['editor.unfoldAll', 'Unfold all', 'Ctrl+K Ctrl+J'],
  ['editor.action.addSelectionToNextFindMatch', 'Select the next place with the same text', 'Ctrl+D'],
  ['editor.action.moveLinesDownAction', 'Move the line downwards', 'Alt+ArrowDown'],
  ['editor.action.deleteLines', 'Delete the line', 'Ctrl+Shift+K'],
  ['editor.action.toggleTabFocusMode', 'Let Tab leave the editors, or indent', 'Ctrl+M'],
];
