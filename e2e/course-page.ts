import { expect, type Locator, type Page } from '@playwright/test';
import { beginning, type Lesson, type LessonWork, workOf } from '../src/teach';
import { Playground } from './playground';

/** The course as a learner meets it, wide or on a phone. */
export class CoursePage extends Playground {
  constructor(
    page: Page,
    readonly isPhone = false,
  ) {
    super(page);
  }

  dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Learn Sigma' });
  }

  /** The lesson beside the editors. */
  lesson(): Locator {
    return this.page.getByRole('region', { name: 'Lesson', exact: true });
  }

  title(): Locator {
    return this.lesson().getByRole('heading', { level: 2 });
  }

  passed(): Locator {
    return this.lesson().getByRole('region', { name: 'Passed' });
  }

  /** Shows a pane, where only one is shown at a time. */
  async pane(name: 'Lesson' | 'Rule' | 'Events' | 'More'): Promise<void> {
    if (this.isPhone)
      await this.page
        .getByRole('navigation', { name: 'Panes' })
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .click();
  }

  /** Opens the list of lessons. */
  async learn(): Promise<void> {
    await this.pane('More');
    await this.page.getByRole('button', { name: 'Learn', exact: true }).click();
    await expect(this.dialog()).toBeVisible();
  }

  /** Waits until the work of the lesson is graded as it stands. */
  async graded(): Promise<void> {
    await this.pane('Lesson');
    await expect(this.lesson().locator('[data-graded]')).toBeVisible();
  }

  /** Puts an answer in as a learner would: pasted, or said of each event by keys. */
  async answer(lesson: Lesson, answer: Partial<LessonWork>): Promise<void> {
    const work = workOf(lesson, answer);
    if (lesson.task === 'rule') {
      await this.pane('Rule');
      await this.paste('Rule', work.rule);
    } else if (lesson.task === 'events') {
      await this.pane('Events');
      await this.paste('Events', work.events);
    } else await this.expectAll(beginning(lesson).expected, work.expected);
    await this.pane('Lesson');
  }

  /** Says what is expected of each event, in the strip of verdicts. */
  private async expectAll(now: LessonWork['expected'], wanted: LessonWork['expected']): Promise<void> {
    await this.pane('Events');
    for (const [i, expected] of wanted.entries()) {
      const before = now[i] ?? null;
      if (expected === before) continue;
      await this.verdicts().getByRole('option').nth(i).click();
      // The same key again takes it back.
      await this.page.keyboard.press((expected ?? before) === 'match' ? '+' : '-');
    }
  }
}
