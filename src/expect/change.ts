import type { TestForm } from './model';
import type { Change } from './suite-change';
import { changeExemplars } from './write-exemplars';
import { changeInfo } from './write-info';
import { changeTestCases } from './write-test-cases';
import { changeTestDocuments } from './write-test-documents';

const CHANGES: Readonly<Record<TestForm, Change>> = {
  exemplars: changeExemplars,
  'regression data': changeInfo,
  'test cases': changeTestCases,
  'test documents': changeTestDocuments,
};

/**
 * Writes a change of a suite into the text that it stands in. What is not changed stays as it is written, to the character:
 * comments, order, style. Null if the text is written in a way that leaves no place for it, or the form cannot hold it.
 */
export const changeSuite: Change = (text, suite, change) => CHANGES[suite.form](text, suite, change);
