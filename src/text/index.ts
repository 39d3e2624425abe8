export type { Cards, CardText, CardWords } from './card';
export { type Diagnostic, Diagnostics, type Edit, type Fix, type Severity } from './diagnostic';
export { applyEdits } from './edits';
export { byRuleName, type FieldMapping, mappingKey, mapsNothing, NO_MAPPING } from './field-mapping';
export { jsonText, MAX_DEPTH } from './json-text';
export { LineIndex, type Position } from './lines';
export { nearest } from './nearest';
export { overlaps, type Range, range, shift } from './range';
export { wildcards } from './wildcards';
