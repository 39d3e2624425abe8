import type { CopiedCode } from '../../restore/copied';
import type { LintCards } from '../check';

/** About texts that were damaged when they were copied. */
export const COPIED_CARDS: LintCards<CopiedCode> = {
  'copied-text': {
    severity: 'error',
    blocks: true,
    alone: true,
    finds: 'A rule that was damaged when it was copied',
    why: 'Web pages, chats and terminals change what is copied from them: indentation is lost or becomes other characters, and line numbers, markers and fences are added. Because the structure of rules is known, most can be restored. If there is more than one way to restore a rule, nothing is suggested.',
    bad: "title: Backup Catalog Removed\nid: 0f1e2d3c-4b5a-4968-8776-5544332211aa\nstatus: experimental\ndescription: Finds a tool that removes the catalog of backups.\nauthor: Jo Example\ndate: 2026-02-03\ntags:\n«- attack.impact»\nlogsource:\ncategory: process_creation\nproduct: windows\ndetection:\nselection:\nCommandLine|contains: 'delete catalog'\ncondition: selection\nfalsepositives:\n- Unlikely\nlevel: high\n",
    good: "title: Backup Catalog Removed\nid: 0f1e2d3c-4b5a-4968-8776-5544332211aa\nstatus: experimental\ndescription: Finds a tool that removes the catalog of backups.\nauthor: Jo Example\ndate: 2026-02-03\ntags:\n    - attack.impact\nlogsource:\n    category: process_creation\n    product: windows\ndetection:\n    selection:\n        CommandLine|contains: 'delete catalog'\n    condition: selection\nfalsepositives:\n    - Unlikely\nlevel: high\n",
  },
};
