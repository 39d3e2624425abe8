import type { Course } from '../../../src/teach';
import { oneField } from './01-one-field';
import { partOfAValue } from './02-part-of-a-value';
import { listOrMap } from './03-list-or-map';
import { backslashBeforeAWildcard } from './04-backslash-before-a-wildcard';
import { nothingThere } from './05-nothing-there';
import { oneStartTwoNames } from './06-one-start-two-names';
import { numbersAndQuotes } from './07-numbers-and-quotes';
import { allOfThem } from './08-all-of-them';
import { noneOfTheFilters } from './09-none-of-the-filters';
import { caseCounts } from './10-case-counts';
import { partOrWhole } from './11-part-or-whole';
import { anyDash } from './12-any-dash';
import { insideBase64 } from './13-inside-base64';
import { networks } from './14-networks';
import { twoFields } from './15-two-fields';
import { starInTheMiddle } from './16-star-in-the-middle';
import { aNarrowFilter } from './17-a-narrow-filter';
import { slipPastIt } from './18-slip-past-it';
import { standFirm } from './19-stand-firm';
import { somebodyElsesRule } from './20-somebody-elses-rule';
import { oneAfterTheOther } from './21-one-after-the-other';
import { whatDoYouCount } from './22-what-do-you-count';
import { aTestThatBites } from './23-a-test-that-bites';

/** The course of the playground. Its texts are large: load this file when somebody opens the course. */
export const COURSE: Course = {
  title: 'Sigma, from one value to a tuned rule',
  about:
    'Short lessons that the engine grades. Each has an idea, a rule to change, and events that you do not see.',
  lessons: [
    oneField,
    partOfAValue,
    listOrMap,
    backslashBeforeAWildcard,
    nothingThere,
    oneStartTwoNames,
    numbersAndQuotes,
    allOfThem,
    noneOfTheFilters,
    caseCounts,
    partOrWhole,
    anyDash,
    insideBase64,
    networks,
    twoFields,
    starInTheMiddle,
    aNarrowFilter,
    slipPastIt,
    standFirm,
    somebodyElsesRule,
    oneAfterTheOther,
    whatDoYouCount,
    aTestThatBites,
  ],
};
