import type { Check } from './check';
import { addressInvalid } from './checks/address-invalid';
import { allExact } from './checks/all-exact';
import { allLast } from './checks/all-last';
import { arrayAbsent } from './checks/array-absent';
import { arrayAllValues } from './checks/array-all-values';
import { arrayApart } from './checks/array-apart';
import { arrayEmptyMatches } from './checks/array-empty-matches';
import { arrayPosition } from './checks/array-position';
import { arraySingle } from './checks/array-single';
import { arrayVersion } from './checks/array-version';
import { attackTacticAlone } from './checks/attack-tactic-alone';
import { attackTacticMissing } from './checks/attack-tactic-missing';
import { backslashBeforeDot } from './checks/backslash-before-dot';
import { backslashDoubled } from './checks/backslash-doubled';
import { base64offsetWhole } from './checks/base64offset-whole';
import { casedNoLetters } from './checks/cased-no-letters';
import { cidrAsText } from './checks/cidr-as-text';
import { cidrMissing } from './checks/cidr-missing';
import { conditionAlwaysFalse } from './checks/condition-always-false';
import { conditionAlwaysTrue } from './checks/condition-always-true';
import { conditionCase } from './checks/condition-case';
import { conditionIdlePart } from './checks/condition-idle-part';
import { conditionList } from './checks/condition-list';
import { conditionOnlyNegative } from './checks/condition-only-negative';
import { conditionPrecedence } from './checks/condition-precedence';
import { containsNumber } from './checks/contains-number';
import { containsShort } from './checks/contains-short';
import { correlationFirstEvent } from './checks/correlation-first-event';
import { correlationNever } from './checks/correlation-never';
import { correlationOneRule } from './checks/correlation-one-rule';
import { correlationRulesList } from './checks/correlation-rules-list';
import { dateFormat } from './checks/date-format';
import { dateImpossible } from './checks/date-impossible';
import { descriptionLink } from './checks/description-link';
import { descriptionShort } from './checks/description-short';
import { descriptionTitle } from './checks/description-title';
import { disableUnknown } from './checks/disable-unknown';
import { doubleNegation } from './checks/double-negation';
import { eventidOutsideCategory } from './checks/eventid-outside-category';
import { eventidWithCategory } from './checks/eventid-with-category';
import { existsRedundant } from './checks/exists-redundant';
import { expandNoPlaceholder } from './checks/expand-no-placeholder';
import { falsepositivesCapital } from './checks/falsepositives-capital';
import { falsepositivesWords } from './checks/falsepositives-words';
import { fieldBlank } from './checks/field-blank';
import { fieldCase } from './checks/field-case';
import { fieldContradiction } from './checks/field-contradiction';
import { fieldMisspelled } from './checks/field-misspelled';
import { fieldOfOtherSource } from './checks/field-of-other-source';
import { fieldOwnName } from './checks/field-own-name';
import { fieldWildcard } from './checks/field-wildcard';
import { fieldrefBrackets } from './checks/fieldref-brackets';
import { fieldrefSelf } from './checks/fieldref-self';
import { fileName } from './checks/file-name';
import { filePrefix } from './checks/file-prefix';
import { filterSelection } from './checks/filter-selection';
import { hashLength } from './checks/hash-length';
import { htmlEntity } from './checks/html-entity';
import { idFormat } from './checks/id-format';
import { idVersion } from './checks/id-version';
import { imagePartOfName } from './checks/image-part-of-name';
import { imageWithoutPath } from './checks/image-without-path';
import { invisibleCharacter } from './checks/invisible-character';
import { keyEmpty } from './checks/key-empty';
import { keyMisspelled } from './checks/key-misspelled';
import { levelUnknown } from './checks/level-unknown';
import { listItemShort } from './checks/list-item-short';
import { listItemTwice } from './checks/list-item-twice';
import { listItemType } from './checks/list-item-type';
import { literalStarEnd } from './checks/literal-star-end';
import { logsourceEmpty } from './checks/logsource-empty';
import { logsourceKey } from './checks/logsource-key';
import { logsourceMisplaced } from './checks/logsource-misplaced';
import { logsourceMisspelled } from './checks/logsource-misspelled';
import { logsourceUnknown } from './checks/logsource-unknown';
import { lookAlike } from './checks/look-alike';
import { metaMissing } from './checks/meta-missing';
import { metaType } from './checks/meta-type';
import { modifiedBeforeDate } from './checks/modified-before-date';
import { neqNegated } from './checks/neq-negated';
import { noBreakSpace } from './checks/no-break-space';
import { nullAsText } from './checks/null-as-text';
import { numberLost } from './checks/number-lost';
import { originalFileNamePath } from './checks/original-file-name-path';
import { pathBeginsWithBackslash } from './checks/path-begins-with-backslash';
import { pathLiteralStar } from './checks/path-literal-star';
import { quantifierSingle } from './checks/quantifier-single';
import { questionMarkWildcard } from './checks/question-mark-wildcard';
import { rangeEmpty } from './checks/range-empty';
import { referenceNoLink } from './checks/reference-no-link';
import { regexCatastrophic } from './checks/regex-catastrophic';
import { regexCountLiteral } from './checks/regex-count-literal';
import { regexDelimiters } from './checks/regex-delimiters';
import { regexDot } from './checks/regex-dot';
import { regexInlineFlag } from './checks/regex-inline-flag';
import { regexOpenEnds } from './checks/regex-open-ends';
import { regexPlain } from './checks/regex-plain';
import { regexPosixClass } from './checks/regex-posix-class';
import { regexSubset } from './checks/regex-subset';
import { regexWithoutRe } from './checks/regex-without-re';
import { regexWordBoundary } from './checks/regex-word-boundary';
import { registryHiveName } from './checks/registry-hive-name';
import { relatedId } from './checks/related-id';
import { relatedType } from './checks/related-type';
import { selectionTwice } from './checks/selection-twice';
import { selectionUnused } from './checks/selection-unused';
import { specDraft } from './checks/spec-draft';
import { specMove } from './checks/spec-move';
import { statusUnknown } from './checks/status-unknown';
import { sysmonWithoutCategory } from './checks/sysmon-without-category';
import { tagDataSource } from './checks/tag-data-source';
import { tagForm } from './checks/tag-form';
import { tagNamespace } from './checks/tag-namespace';
import { tagValue } from './checks/tag-value';
import { textTooLong } from './checks/text-too-long';
import { themAndFilter } from './checks/them-and-filter';
import { titleCapital } from './checks/title-capital';
import { titleDetects } from './checks/title-detects';
import { titleDot } from './checks/title-dot';
import { titleLong } from './checks/title-long';
import { typographicQuotes } from './checks/typographic-quotes';
import { uncBackslash } from './checks/unc-backslash';
import { valueBlankEnd } from './checks/value-blank-end';
import { valueCovered } from './checks/value-covered';
import { valueMatchesAll } from './checks/value-matches-all';
import { valueMissing } from './checks/value-missing';
import { valueNewline } from './checks/value-newline';
import { valueTwice } from './checks/value-twice';
import { wildcardDoubled } from './checks/wildcard-doubled';
import { wildcardForModifier } from './checks/wildcard-for-modifier';
import { wildcardRedundant } from './checks/wildcard-redundant';
import { wildcardUndoesModifier } from './checks/wildcard-undoes-modifier';
import { windashNoDash } from './checks/windash-no-dash';
import { yamlAnchorUnused } from './checks/yaml-anchor-unused';
import { yamlCommentCut } from './checks/yaml-comment-cut';
import { yamlEscape } from './checks/yaml-escape';
import { yamlTag } from './checks/yaml-tag';

const ALL = [
  addressInvalid,
  allExact,
  allLast,
  arrayAbsent,
  arrayAllValues,
  arrayApart,
  arrayEmptyMatches,
  arrayPosition,
  arraySingle,
  arrayVersion,
  attackTacticAlone,
  attackTacticMissing,
  backslashBeforeDot,
  backslashDoubled,
  base64offsetWhole,
  casedNoLetters,
  cidrAsText,
  cidrMissing,
  conditionAlwaysFalse,
  conditionAlwaysTrue,
  conditionCase,
  conditionIdlePart,
  conditionList,
  conditionOnlyNegative,
  conditionPrecedence,
  containsNumber,
  containsShort,
  correlationFirstEvent,
  correlationNever,
  correlationOneRule,
  correlationRulesList,
  dateFormat,
  dateImpossible,
  descriptionLink,
  descriptionShort,
  descriptionTitle,
  disableUnknown,
  doubleNegation,
  eventidOutsideCategory,
  eventidWithCategory,
  existsRedundant,
  expandNoPlaceholder,
  falsepositivesCapital,
  falsepositivesWords,
  fieldBlank,
  fieldCase,
  fieldContradiction,
  fieldMisspelled,
  fieldOfOtherSource,
  fieldOwnName,
  fieldWildcard,
  fieldrefBrackets,
  fieldrefSelf,
  fileName,
  filePrefix,
  filterSelection,
  hashLength,
  htmlEntity,
  idFormat,
  idVersion,
  imagePartOfName,
  imageWithoutPath,
  invisibleCharacter,
  keyEmpty,
  keyMisspelled,
  levelUnknown,
  listItemShort,
  listItemTwice,
  listItemType,
  literalStarEnd,
  logsourceEmpty,
  logsourceKey,
  logsourceMisplaced,
  logsourceMisspelled,
  logsourceUnknown,
  lookAlike,
  metaMissing,
  metaType,
  modifiedBeforeDate,
  neqNegated,
  noBreakSpace,
  nullAsText,
  numberLost,
  originalFileNamePath,
  pathBeginsWithBackslash,
  pathLiteralStar,
  quantifierSingle,
  questionMarkWildcard,
  rangeEmpty,
  referenceNoLink,
  regexCatastrophic,
  regexCountLiteral,
  regexDelimiters,
  regexDot,
  regexInlineFlag,
  regexOpenEnds,
  regexPlain,
  regexPosixClass,
  regexSubset,
  regexWithoutRe,
  regexWordBoundary,
  registryHiveName,
  relatedId,
  relatedType,
  selectionTwice,
  selectionUnused,
  specDraft,
  specMove,
  statusUnknown,
  sysmonWithoutCategory,
  tagDataSource,
  tagForm,
  tagNamespace,
  tagValue,
  textTooLong,
  themAndFilter,
  titleCapital,
  titleDetects,
  titleDot,
  titleLong,
  typographicQuotes,
  uncBackslash,
  valueBlankEnd,
  valueCovered,
  valueMatchesAll,
  valueMissing,
  valueNewline,
  valueTwice,
  wildcardDoubled,
  wildcardForModifier,
  wildcardRedundant,
  wildcardUndoesModifier,
  windashNoDash,
  yamlAnchorUnused,
  yamlCommentCut,
  yamlEscape,
  yamlTag,
];

type Closed<Code extends string> = string extends Code ? never : Code;

/** The ids of all checks in the list. */
export type CheckCode = Closed<(typeof ALL)[number]['id']>;

/** Every check, in the order of ids. */
export const CHECKS: readonly Check<CheckCode>[] = ALL;
