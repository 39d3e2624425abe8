import type { Limits } from './limit';

/** What the page draws, makes while a person types, links and keeps. */
export const PAGE = {
  markedEvents: {
    name: 'events that are marked at once',
    value: 400,
    unit: 'events',
    why: 'No screen shows more.',
  },
  decoratedWhole: {
    name: 'values and names of a rule that is decorated as a whole',
    value: 500,
    unit: 'places',
    why: 'The editor lays out each decoration. A longer rule is decorated where it is on screen.',
  },
  decorations: {
    name: 'decorations of one kind on screen',
    value: 500,
    unit: 'decorations',
    why: 'Only a line that is far longer than the screen is wide can have more.',
  },
  helpLength: {
    name: 'length of a rule’s text for suggestions and hovers',
    value: 200_000,
    unit: 'characters',
    why: 'They are made on the page’s own thread, which reads the lines of the whole text for each.',
  },
  slicedLength: {
    name: 'characters that come into an editor at once',
    value: 50_000,
    unit: 'characters',
    why: 'The editor wraps and paints what it takes in, in one task. A longer text comes in slices.',
  },
  slicedLines: {
    name: 'lines that come into an editor at once',
    value: 2000,
    unit: 'lines',
    why: 'The same: each line is laid out, however short.',
  },
  wrappedLine: {
    name: 'length of a line that is wrapped',
    value: 500_000,
    unit: 'characters',
    why: 'The editor wraps a line as a whole, in one task, at each change of it. Of a longer one it shows the beginning.',
  },
  composedLine: {
    name: 'length of a line that the browser’s own edit context is given',
    value: 5000,
    unit: 'characters',
    why: 'It gets the line with the cursor as a whole at each change: 20,000 characters took up to 28 ms. Beyond, an editor types through a text box.',
  },
  pairedText: {
    name: 'length of a text whose brackets are coloured in pairs',
    value: 500_000,
    unit: 'characters',
    why: 'The editor pairs all brackets of a text before it paints any.',
  },
  textBrackets: {
    name: 'brackets of a text that are coloured in pairs',
    value: 50_000,
    unit: 'brackets',
    why: 'The same: 200,000 take 90 ms.',
  },
  lineBrackets: {
    name: 'brackets of a line that are coloured in pairs',
    value: 1000,
    unit: 'brackets',
    why: 'For each row that a line is wrapped to, the editor looks at all brackets of the line: 20,000 took 0.4 s. No brackets of a text with such a line are paired.',
  },
  folds: {
    name: 'stretches of a long text that can be folded',
    value: 1000,
    unit: 'stretches',
    why: 'The editor decorates each anew after a change, in one task. The outermost come first; a text that is taken in at once has no more.',
  },
  plainLength: {
    name: 'characters in the plain box before the editor has loaded',
    value: 20_000,
    unit: 'characters',
    why: 'A plain text box lays out all of its text at once: 4.6 MB take a second.',
  },
  plainLines: {
    name: 'lines in the plain box before the editor has loaded',
    value: 200,
    unit: 'lines',
    why: 'The same, in the task that draws the whole page: 1,600 short lines take 20 ms. No screen shows more than 110; until the editor has loaded, a longer text is only read.',
  },
  patternNamed: {
    name: 'characters of a pattern that a message names',
    value: 200,
    unit: 'characters',
    why: 'A pattern may have 10,000; a message that shows all of it leaves no room for what it is about.',
  },
  shownText: {
    name: 'characters of one text outside the editor',
    value: 5000,
    unit: 'characters',
    why: 'The browser lays out a text as a whole, a megabyte in some 400 ms. The longest description of SigmaHQ has 2,000.',
  },
  shownEntry: {
    name: 'characters of one entry of a list',
    value: 1000,
    unit: 'characters',
    why: 'The same, for as many as stand on a screen; a name is an entry too.',
  },
  shownEntries: {
    name: 'entries of a list before somebody asks for more',
    value: 200,
    unit: 'entries',
    why: 'Each is laid out, and looked at again at each change; nobody reads more without asking.',
  },
  menuChoices: {
    name: 'choices of a menu that are shown at once',
    value: 60,
    unit: 'choices',
    why: 'A menu makes all of its items when it opens, half a millisecond for each. The others are reached from its ends.',
  },
  shownPlaces: {
    name: 'places of one indicator that are shown at once',
    value: 20,
    unit: 'places',
    why: 'Each is a button in one cell, and one value may stand in a rule a thousand times.',
  },
  indicators: {
    name: 'rows of the table of indicators',
    value: 100,
    unit: 'rows',
    why: 'A table is laid out as a whole, 200 rows in 36 ms. The filter finds the others; a button shows more.',
  },
  notExercised: {
    name: 'values that no event exercises, as a list',
    value: 100,
    unit: 'rows',
    why: 'Each has two buttons; the count tells of all.',
  },
  linkContent: {
    name: 'bytes that a link unpacks to',
    value: 4 * 1024 * 1024,
    unit: 'bytes',
    why: 'A small link must not fill the memory; counted while it is unpacked.',
  },
  linkLength: {
    name: 'length of a link',
    value: 1_000_000,
    unit: 'characters',
    why: 'No browser of today opens fewer.',
  },
  ruleTests: {
    name: 'characters of a rule that is read for its tests',
    value: 500_000,
    unit: 'characters',
    why: 'No rule that is written by hand is longer; reading it would hold the page.',
  },
  difference: {
    name: 'characters of both texts whose difference is shown',
    value: 400_000,
    unit: 'characters',
    why: 'Comparing takes time by the length and the number of edits.',
  },
} satisfies Limits;

/** What is kept or unpacked of files. */
export const KEPT = {
  storedTexts: {
    name: 'characters of work that the browser’s storage takes at each change',
    value: 200_000,
    unit: 'characters',
    why: 'Storing holds the page, some 40 ms for a million characters. Longer work goes to the database, and to the storage when the page is left.',
  },
  states: {
    name: 'states in History',
    value: 500,
    unit: 'states',
    why: 'More states than this make a list that nobody reads.',
  },
  stateBytes: {
    name: 'packed texts in History',
    value: 64_000_000,
    unit: 'bytes',
    why: 'A browser gives a site a part of the free disk, and asks nobody up to about this.',
  },
  ruleFile: {
    name: 'one file of an archive of rules',
    value: 8 * 1024 * 1024,
    unit: 'bytes',
    why: 'No rule is this large; an archive must not fill the memory.',
  },
  ruleFiles: {
    name: 'all files of an archive of rules',
    value: 512 * 1024 * 1024,
    unit: 'bytes',
    why: 'The same for all files together.',
  },
  baseline: {
    name: 'size of a baseline that is kept',
    value: 64_000_000,
    unit: 'bytes',
    why: 'What a browser gives a site without a question; a larger one is there until the page is closed.',
  },
  expectations: {
    name: 'events with an expectation',
    value: 5000,
    unit: 'events',
    why: 'More are nobody’s own; each stands in what is stored and shared.',
  },
  expectedMembers: {
    name: 'events that are expected in the firings of a correlation',
    value: 2000,
    unit: 'events',
    why: 'More are nobody’s own; each stands in what is stored and shared.',
  },
  testFiles: {
    name: 'files among which a rule with its tests is looked for',
    value: 400,
    unit: 'files',
    why: 'More are a collection of rules.',
  },
  testBytes: {
    name: 'bytes of a zip that is looked at for tests',
    value: 64_000_000,
    unit: 'bytes',
    why: 'It is unpacked in memory.',
  },
  exportFile: {
    name: 'size of an export that is opened',
    value: 200_000_000,
    unit: 'bytes',
    why: 'No export of a person’s work is larger: the rest of a larger zip is not looked at.',
  },
  exportUnpacked: {
    name: 'bytes that an export unpacks to',
    value: 512_000_000,
    unit: 'bytes',
    why: 'History’s packed texts, as large as they are at most in memory.',
  },
} satisfies Limits;
