const COMMON =
  'title id name status description license author date modified references taxonomy tags level falsepositives fields scope related custom sigma-version'.split(
    ' ',
  );

/** The keys that the specification names, by kind of document. */
export const KEYS: Readonly<Record<'detection' | 'correlation' | 'filter', readonly string[]>> = {
  detection: [...COMMON, 'logsource', 'detection'],
  correlation: [...COMMON, 'correlation', 'generate'],
  filter: [...COMMON, 'logsource', 'filter'],
};
