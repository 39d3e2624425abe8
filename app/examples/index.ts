import { amsiKeywords } from './amsi-keywords';
import { archivePatterns } from './archive-patterns';
import { bareRundll32 } from './bare-rundll32';
import { certificateExport } from './certificate-export';
import { certutilWindash } from './certutil-windash';
import { downloadRegex } from './download-regex';
import { encodedPowershell } from './encoded-powershell';
import type { Example } from './example';
import { failedLogons } from './failed-logons';
import { icaclsWildcards } from './icacls-wildcards';
import { newAccountFilter } from './new-account-filter';
import { oddCase } from './odd-case';
import { outboundCidr } from './outbound-cidr';
import { remoteToolAtNight } from './remote-tool-at-night';
import { scheduledTaskFilters } from './scheduled-task-filters';
import { selfStartFieldref } from './self-start-fieldref';

export type { Example } from './example';

/** The examples, in the order of the menu. A first visit shows the first. */
export const EXAMPLES: readonly Example[] = [
  certificateExport,
  scheduledTaskFilters,
  archivePatterns,
  icaclsWildcards,
  oddCase,
  certutilWindash,
  encodedPowershell,
  downloadRegex,
  amsiKeywords,
  outboundCidr,
  selfStartFieldref,
  remoteToolAtNight,
  bareRundll32,
  newAccountFilter,
  failedLogons,
];
