import type { Check } from './check';
import { attackTacticAlone } from './checks/attack-tactic-alone';
import { attackTacticMissing } from './checks/attack-tactic-missing';
import { dateFormat } from './checks/date-format';
import { dateImpossible } from './checks/date-impossible';
import { descriptionShort } from './checks/description-short';
import { falsepositivesWords } from './checks/falsepositives-words';
import { idFormat } from './checks/id-format';
import { idVersion } from './checks/id-version';
import { keyEmpty } from './checks/key-empty';
import { keyMisspelled } from './checks/key-misspelled';
import { levelUnknown } from './checks/level-unknown';
import { listItemTwice } from './checks/list-item-twice';
import { metaMissing } from './checks/meta-missing';
import { metaType } from './checks/meta-type';
import { modifiedBeforeDate } from './checks/modified-before-date';
import { referenceNoLink } from './checks/reference-no-link';
import { relatedId } from './checks/related-id';
import { relatedType } from './checks/related-type';
import { statusUnknown } from './checks/status-unknown';
import { tagForm } from './checks/tag-form';
import { tagNamespace } from './checks/tag-namespace';
import { tagValue } from './checks/tag-value';
import { textTooLong } from './checks/text-too-long';
import { titleDetects } from './checks/title-detects';
import { titleDot } from './checks/title-dot';
import { titleLong } from './checks/title-long';

/** Every check, in the order of their ids. */
export const CHECKS: readonly Check[] = [
  attackTacticAlone,
  attackTacticMissing,
  dateFormat,
  dateImpossible,
  descriptionShort,
  falsepositivesWords,
  idFormat,
  idVersion,
  keyEmpty,
  keyMisspelled,
  levelUnknown,
  listItemTwice,
  metaMissing,
  metaType,
  modifiedBeforeDate,
  referenceNoLink,
  relatedId,
  relatedType,
  statusUnknown,
  tagForm,
  tagNamespace,
  tagValue,
  textTooLong,
  titleDetects,
  titleDot,
  titleLong,
];
