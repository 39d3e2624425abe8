export type { Cards, CardText, CardWords } from './card';
export { count } from './count';
export { csvLine, csvText } from './csv';
export {
  type Diagnostic,
  Diagnostics,
  type Edit,
  type Fix,
  fixWords,
  type Severity,
} from './diagnostic';
export { applyEdits } from './edits';
export { byRuleName, type FieldMapping, mappingKey, mapsNothing, NO_MAPPING } from './field-mapping';
export { jsonText, MAX_DEPTH } from './json-text';
export { LineIndex, type Position } from './lines';
export { byName, own, put } from './names';
export { nearest } from './nearest';
export { overlaps, type Range, range, shift } from './range';
export { shortened, shortenedTold } from './shortened';
export { wildcards } from './wildcards';
export {
  asSentence,
  type Code,
  code,
  joinWords,
  plain,
  prose,
  say,
  Told,
  toldOf,
  unmarked,
  type Words,
} from './words';
export { isLost, isNumber, isScalar, numberWritten, type Scalar, WrittenNumber } from './written-number';
export { resolvePlain } from './yaml-core';
export { scalarOf } from './yaml-event';
export { scalarSource, type WrittenScalar } from './yaml-scalar';
