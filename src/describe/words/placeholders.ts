import type { Plan } from '../../rule';
import { code, say } from '../../text';
import { listOf, type Paragraph } from './paragraph';

/** What the placeholders of a plan stand for, in a sentence each. */
export function placeholderSentences({ values }: Pick<Plan, 'values'>): Paragraph[] {
  const filled = new Map<string, Set<string>>();
  for (const { variants } of values)
    for (const { forms = [] } of variants)
      for (const form of forms) {
        if (form.kind !== 'placeholder') continue;
        const known = filled.get(form.name) ?? new Set();
        filled.set(form.name, known.add(form.value));
      }
  return [...filled].map(([name, found]) => [
    ...say`\`%${name}%\` stands for `,
    ...listOf(
      [...found].map((value) => [code(value)]),
      ', ',
      ' or ',
    ),
    '.',
  ]);
}
