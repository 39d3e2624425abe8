import { describe, expect, test } from 'vitest';
import { readEvents } from '../../../src/event';
import { allFieldsUsed, LOGSOURCES } from '../../../src/knowledge';
import { CARDS } from '../../../src/language';
import { KEYS } from '../../../src/language/lint/keys';
import { MODIFIERS } from '../../../src/rule';
import {
  type Answer,
  codeOf,
  grade,
  HINT_STEPS,
  hint,
  type Lesson,
  linksOf,
  readLesson,
  readText,
  workOf,
} from '../../../src/teach';
import { plain } from '../../../src/text';
import { COURSE } from './index';

/*
 * What holds of every lesson: its solutions pass, what people do instead does not and gets the hint that fits, and its text
 * names nothing that does not exist.
 */

/** Words of conditions, correlations and verdicts, beside the names of keys, modifiers and fields. */
const WORDS =
  `and or not 1 all any of them match no null true false exists count event_count value_count temporal
  temporal_ordered value_sum value_avg value_percentile gt gte lt lte eq neq rules type condition generate aliases
  product category service selection filter keywords group-by timespan field status cat percentile`.split(
    /\s+/,
  );

const KNOWN = new Set([
  ...WORDS,
  ...Object.values(KEYS).flat(),
  ...MODIFIERS.map(({ name }) => name),
  ...allFieldsUsed(),
  ...CARDS.keys(),
  ...LOGSOURCES.flatMap(({ product, category, service }) =>
    [product, category, service].flatMap((one) => one ?? []),
  ),
]);

/** What selections are called: an example in the text may have its own. */
const SELECTION = /^(?:selection|filter|keywords)(?:_\w+)?$/;

/** Everything that the lesson shows or holds. */
function textsOf(lesson: Lesson): string {
  return JSON.stringify([lesson.rule, lesson.events, lesson.solutions, lesson.wrong, lesson.held]);
}

/** Names in the code of a lesson's text that neither exist nor stand in the lesson. */
function unknownNames(lesson: Lesson): string[] {
  const { inline, fenced } = codeOf(readText(lesson.text));
  const own = new Set(textsOf(lesson).match(/[\w.-]+/g));
  const isKnown = (name: string) => KNOWN.has(name) || own.has(name) || /^\d/.test(name);
  // Values between quotes, patterns of names, and options of commands.
  const quoted = /'[^']*'|"[^"]*"|\w+\*|(?<!\w)[-/–—―]+[\w-]+/g;
  const names = inline.flatMap((code) => code.replace(quoted, '').match(/(?<!\w)[A-Za-z_][\w.-]*/g) ?? []);
  const keys = fenced.flatMap((code) =>
    [...code.matchAll(/^[\s-]*['"]?([\w.|-]+)['"]?\s*:/gm)].flatMap(([, key]) => key!.split('|')),
  );
  return [...names, ...keys].filter(
    (name) => name.length > 1 && !SELECTION.test(name) && !isKnown(name.replace(/[.-]+$/, '')),
  );
}

/** A rule that names all values of the events that are to be found, and nothing else. */
function namesOnly({ events, expected }: Lesson): string {
  const wanted = readEvents(events).slices.flatMap(({ event }, i) =>
    event && expected[i] === 'match' ? event : [],
  );
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const maps = wanted.map((event) =>
    event
      .fields()
      .flatMap((name) => {
        const value = event.get(name);
        if (!['string', 'number', 'boolean'].includes(typeof value)) return [];
        const whole = String(value).replace(/[\\^$.*+?()[\]{}|]/g, (sign) => `\\${sign}`);
        return `${quote(`${name}|re`)}: ${quote(`^${whole}$`)}`;
      })
      .map((line, i) => `${i === 0 ? '        - ' : '          '}${line}\n`)
      .join(''),
  );
  return `title: Only these\ndetection:\n    sel:\n${maps.join('')}    condition: sel\n`;
}

const passes = (lesson: Lesson, answer: Answer) => grade(lesson, workOf(lesson, answer)).isPassed;

describe.each(COURSE.lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_, lesson) => {
  test('is written as a lesson from outside has to be', () => {
    const { lesson: read, problems } = readLesson(JSON.parse(JSON.stringify(lesson)));
    expect(problems).toEqual([]);
    expect(read).toEqual(lesson);
  });

  test('does not pass at the beginning', () => {
    expect(passes(lesson, {})).toBe(false);
  });

  test('passes with at least two different solutions', () => {
    expect(lesson.solutions.length).toBeGreaterThanOrEqual(2);
    expect(new Set(lesson.solutions.map(({ does: _, ...work }) => JSON.stringify(work))).size).toBe(
      lesson.solutions.length,
    );
    for (const solution of lesson.solutions)
      expect([solution.does, grade(lesson, workOf(lesson, solution))]).toMatchObject([
        solution.does,
        { isPassed: true },
      ]);
  });

  test('has at least four typical wrong answers', () => {
    expect(lesson.wrong.length).toBeGreaterThanOrEqual(4);
    expect(new Set(lesson.wrong.map(({ what }) => what)).size).toBe(lesson.wrong.length);
  });

  test.each(lesson.wrong.map((wrong) => [wrong.what, wrong] as const))(
    'fails, and helps: %s',
    (__, wrong) => {
      const work = workOf(lesson, wrong);
      const hints = HINT_STEPS.map((step) => hint(lesson, work, step));
      expect(grade(lesson, work).isPassed).toBe(false);
      expect(hints.map((one) => one?.about)).toEqual(HINT_STEPS.map(() => wrong.hint.about));
      expect(hints.map((one) => one && plain(one.says)).join('\n')).toContain(wrong.hint.says ?? '');
    },
  );

  test('tells nothing of what is held back that is not on screen', () => {
    for (const wrong of lesson.wrong)
      for (const step of HINT_STEPS) {
        const said = hint(lesson, workOf(lesson, wrong), step);
        if (!said || !lesson.held.some(({ kind }) => kind === said.about) || lesson.task !== 'rule') continue;
        const own = textsOf({ ...lesson, held: [], wrong: [] }) + wrong.rule;
        const told = said.says.flatMap((part) => (typeof part === 'string' ? [] : part.code)).join(' ');
        for (const { text } of lesson.held)
          for (const word of text.match(/[\w.-]{4,}/g) ?? [])
            if (!own.includes(word)) expect(told).not.toContain(word);
      }
  });

  test('does not pass with a rule that only names what is shown', () => {
    if (lesson.task !== 'rule') return;
    const rule = namesOnly(lesson);
    const { problem, shown, isPassed } = grade(
      { ...lesson, fires: undefined } as Lesson,
      workOf(lesson, { rule }),
    );
    expect(problem).toBeNull();
    expect(isPassed).toBe(false);
    if (lesson.fires === undefined)
      expect(shown.filter(({ expected, isMet }) => expected === 'match' && !isMet)).toEqual([]);
  });

  test('names nothing that does not exist', () => {
    expect(unknownNames(lesson)).toEqual([]);
  });

  test('links to lessons that exist', () => {
    const ids = COURSE.lessons.map(({ id }) => id);
    const lessons = linksOf(readText(lesson.text)).flatMap(({ kind, id }) => (kind === 'lesson' ? id : []));
    expect(lessons.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('has no form of Markdown that is not shown, and no blanks that code would lose', () => {
    const left = readText(lesson.text).blocks.flatMap((block) => {
      if (block.kind === 'code') return [];
      const parts = block.kind === 'list' ? block.items.flat() : block.parts;
      return parts.flatMap(({ kind, text }) =>
        (kind === 'code' ? /\s{2}/ : /`|\*\S[^*]*\*|__|^#|\]\(/).test(text) ? text : [],
      );
    });
    expect(left).toEqual([]);
  });

  test('is short, and says where it belongs', () => {
    expect(lesson.text.length).toBeLessThanOrEqual(1800);
    expect(lesson.teaches.length).toBeLessThanOrEqual(80);
    expect(lesson.chapter).not.toBe('');
    expect(lesson.minutes).toBeGreaterThan(0);
    if (lesson.task !== 'tests') expect(lesson.starts).toBeDefined();
  });
});

test('a name that does not exist is found in a text', () => {
  const [lesson] = COURSE.lessons;
  const text = 'Write `Image|endswtih`, `contains` or `not 1 of filter_*`.\n\n```\nCommandLin: x\n```';
  expect(unknownNames({ ...lesson!, text })).toEqual(['endswtih', 'CommandLin']);
});

test('ids and titles are unique, and chapters stand together', () => {
  const { lessons } = COURSE;
  expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length);
  expect(new Set(lessons.map(({ title }) => title)).size).toBe(lessons.length);
  const chapters = lessons.map(({ chapter }) => chapter).filter((one, i, all) => one !== all[i - 1]);
  expect(new Set(chapters).size).toBe(chapters.length);
});
