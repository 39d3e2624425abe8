import { courseLink, slipLink } from '../app/course/links';
import { packLink } from '../app/state/share';
import type { Course, RuleLesson, Slip } from '../src/teach';

/*
 * Lessons of a teacher and slips of learners, as links bring them.
 */

const event = (image: string) =>
  JSON.stringify({ EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational', Image: image });

const rule = (image: string) => `title: Whoami
logsource:
    category: process_creation
    product: windows
detection:
    selection:
        ${image}
    condition: selection
`;

/** A rule that passes the lessons here, and one that only names what is shown. */
export const PASSES = rule("Image|endswith: '\\whoami.exe'");
export const ONLY_SHOWN = rule("Image: 'C:\\Windows\\System32\\whoami.exe'");

/** A lesson of a teacher: find whoami wherever it is. */
export const taught = (id: string, title: string, part: Partial<RuleLesson> = {}): RuleLesson => ({
  id,
  title,
  chapter: '',
  teaches: 'The end of a path',
  text: 'A path **ends** with a program.',
  task: 'rule',
  goal: 'Find event 1, leave event 2.',
  rule: rule("Image: 'whoami.exe'"),
  events: [event('C:\\Windows\\System32\\whoami.exe'), event('C:\\Windows\\System32\\cmd.exe')].join('\n'),
  expected: ['match', 'no match'],
  held: [
    { kind: 'the program in another folder', text: event('D:\\tools\\whoami.exe'), expected: 'match' },
    { kind: 'a program of another name', text: event('D:\\notwhoami.exe'), expected: 'no match' },
  ],
  solutions: [{ does: 'It asks for the end.', rule: PASSES }],
  wrong: [],
  ...part,
});

/** What a learner hands in: each lesson by its id, said to be passed with this rule. */
export function slipBy(learner: string, course: Course, rules: Readonly<Record<string, string>>): Slip {
  const at = '2026-03-02T14:05:00Z';
  return {
    slip: 1,
    course: course.title,
    learner,
    made: at,
    entries: Object.entries(rules).map(([lesson, text]) => ({
      lesson,
      title: course.lessons.find(({ id }) => id === lesson)?.title ?? lesson,
      passed: true,
      tries: 2,
      helped: 0,
      sawSolution: false,
      at,
      work: { rule: text },
    })),
  };
}

const made = async (link: ReturnType<typeof packLink>) => {
  const one = await link;
  if (!one.ok) throw new Error(`The link is too long: ${one.limit}`);
  return one.hash;
};

/** The fragment for a course, a slip, or for whatever somebody has packed. */
export const linkTo = (course: Course): Promise<string> => made(courseLink(course));
export const linkOfSlip = (slip: Slip): Promise<string> => made(slipLink(slip));
export const linkOf = (prefix: string, value: unknown): Promise<string> => made(packLink(prefix, value));
