import type { Check } from './check';
import { allExact } from './checks/all-exact';
import { attackTacticAlone } from './checks/attack-tactic-alone';
import { attackTacticMissing } from './checks/attack-tactic-missing';
import { base64offsetWhole } from './checks/base64offset-whole';
import { casedNoLetters } from './checks/cased-no-letters';
import { cidrAsText } from './checks/cidr-as-text';
import { cidrMissing } from './checks/cidr-missing';
import { containsNumber } from './checks/contains-number';
import { containsShort } from './checks/contains-short';
import { dateFormat } from './checks/date-format';
import { dateImpossible } from './checks/date-impossible';
import { descriptionShort } from './checks/description-short';
import { eventidOutsideCategory } from './checks/eventid-outside-category';
import { eventidWithCategory } from './checks/eventid-with-category';
import { expandNoPlaceholder } from './checks/expand-no-placeholder';
import { falsepositivesWords } from './checks/falsepositives-words';
import { fieldBlank } from './checks/field-blank';
import { fieldCase } from './checks/field-case';
import { fieldMisspelled } from './checks/field-misspelled';
import { fieldOfOtherSource } from './checks/field-of-other-source';
import { fieldOwnName } from './checks/field-own-name';
import { fieldWildcard } from './checks/field-wildcard';
import { fieldrefSelf } from './checks/fieldref-self';
import { idFormat } from './checks/id-format';
import { idVersion } from './checks/id-version';
import { keyEmpty } from './checks/key-empty';
import { keyMisspelled } from './checks/key-misspelled';
import { levelUnknown } from './checks/level-unknown';
import { listItemTwice } from './checks/list-item-twice';
import { logsourceEmpty } from './checks/logsource-empty';
import { logsourceKey } from './checks/logsource-key';
import { logsourceMisplaced } from './checks/logsource-misplaced';
import { logsourceMisspelled } from './checks/logsource-misspelled';
import { logsourceUnknown } from './checks/logsource-unknown';
import { metaMissing } from './checks/meta-missing';
import { metaType } from './checks/meta-type';
import { modifiedBeforeDate } from './checks/modified-before-date';
import { nullAsText } from './checks/null-as-text';
import { numberLost } from './checks/number-lost';
import { pathLiteralStar } from './checks/path-literal-star';
import { questionMarkWildcard } from './checks/question-mark-wildcard';
import { referenceNoLink } from './checks/reference-no-link';
import { relatedId } from './checks/related-id';
import { relatedType } from './checks/related-type';
import { statusUnknown } from './checks/status-unknown';
import { sysmonWithoutCategory } from './checks/sysmon-without-category';
import { tagForm } from './checks/tag-form';
import { tagNamespace } from './checks/tag-namespace';
import { tagValue } from './checks/tag-value';
import { textTooLong } from './checks/text-too-long';
import { titleDetects } from './checks/title-detects';
import { titleDot } from './checks/title-dot';
import { titleLong } from './checks/title-long';
import { typographicQuotes } from './checks/typographic-quotes';
import { uncBackslash } from './checks/unc-backslash';
import { valueBlankEnd } from './checks/value-blank-end';
import { valueCovered } from './checks/value-covered';
import { valueMatchesAll } from './checks/value-matches-all';
import { valueNewline } from './checks/value-newline';
import { valueTwice } from './checks/value-twice';
import { wildcardDoubled } from './checks/wildcard-doubled';
import { wildcardForModifier } from './checks/wildcard-for-modifier';
import { wildcardRedundant } from './checks/wildcard-redundant';
import { wildcardUndoesModifier } from './checks/wildcard-undoes-modifier';
import { windashNoDash } from './checks/windash-no-dash';
import { yamlEscape } from './checks/yaml-escape';

/** Every check, in the order of their ids. */
export const CHECKS: readonly Check[] = [
  allExact,
  attackTacticAlone,
  attackTacticMissing,
  base64offsetWhole,
  casedNoLetters,
  cidrAsText,
  cidrMissing,
  containsNumber,
  containsShort,
  dateFormat,
  dateImpossible,
  descriptionShort,
  eventidOutsideCategory,
  eventidWithCategory,
  expandNoPlaceholder,
  falsepositivesWords,
  fieldBlank,
  fieldCase,
  fieldMisspelled,
  fieldOfOtherSource,
  fieldOwnName,
  fieldWildcard,
  fieldrefSelf,
  idFormat,
  idVersion,
  keyEmpty,
  keyMisspelled,
  levelUnknown,
  listItemTwice,
  logsourceEmpty,
  logsourceKey,
  logsourceMisplaced,
  logsourceMisspelled,
  logsourceUnknown,
  metaMissing,
  metaType,
  modifiedBeforeDate,
  nullAsText,
  numberLost,
  pathLiteralStar,
  questionMarkWildcard,
  referenceNoLink,
  relatedId,
  relatedType,
  statusUnknown,
  sysmonWithoutCategory,
  tagForm,
  tagNamespace,
  tagValue,
  textTooLong,
  titleDetects,
  titleDot,
  titleLong,
  typographicQuotes,
  uncBackslash,
  valueBlankEnd,
  valueCovered,
  valueMatchesAll,
  valueNewline,
  valueTwice,
  wildcardDoubled,
  wildcardForModifier,
  wildcardRedundant,
  wildcardUndoesModifier,
  windashNoDash,
  yamlEscape,
];
