/** Fields that hold the whole path of a program. */
export const PROGRAMS: ReadonlySet<string> = new Set([
  'Image',
  'ParentImage',
  'SourceImage',
  'TargetImage',
  'GrandParentImage',
  'NewProcessName',
  'ParentProcessName',
]);
