import { amsiKeywords } from './amsi-keywords';
import { archivePatterns } from './archive-patterns';
import { bareRundll32 } from './bare-rundll32';
import { certificateExport } from './certificate-export';
import { certutilWindash } from './certutil-windash';
import { downloadRegex } from './download-regex';
import { encodedPowershell } from './encoded-powershell';
import type { ExampleTexts } from './example';
import { failedLogons } from './failed-logons';
import { icaclsWildcards } from './icacls-wildcards';
import type { ExampleId } from './list';
import { newAccountFilter } from './new-account-filter';
import { oddCase } from './odd-case';
import { outboundCidr } from './outbound-cidr';
import { remoteToolAtNight } from './remote-tool-at-night';
import { scheduledTaskFilters } from './scheduled-task-filters';
import { selfStartFieldref } from './self-start-fieldref';

/** The texts of all examples. */
export const TEXTS: Readonly<Record<ExampleId, ExampleTexts>> = {
  'certificate-export': certificateExport,
  'scheduled-task-filters': scheduledTaskFilters,
  'archive-patterns': archivePatterns,
  'icacls-wildcards': icaclsWildcards,
  'odd-case': oddCase,
  'certutil-windash': certutilWindash,
  'encoded-powershell': encodedPowershell,
  'download-regex': downloadRegex,
  'amsi-keywords': amsiKeywords,
  'outbound-cidr': outboundCidr,
  'self-start-fieldref': selfStartFieldref,
  'remote-tool-at-night': remoteToolAtNight,
  'bare-rundll32': bareRundll32,
  'new-account-filter': newAccountFilter,
  'failed-logons': failedLogons,
};
