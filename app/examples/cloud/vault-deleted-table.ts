import type { Example } from '../example';

const rule = `title: Key Vault Deleted
id: ef124600-31e2-4720-a940-001374cf246f
status: experimental
description: Detects a vault of keys or a single key in Azure that is deleted, once Azure says that it was done.
references:
    - https://attack.mitre.org/techniques/T1485/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.impact
    - attack.t1485
logsource:
    product: azure
    service: activitylogs
detection:
    selection:
        OperationNameValue|startswith: 'Microsoft.KeyVault/vaults/'
        OperationNameValue|endswith: '/delete'
        ActivityStatusValue: 'Success'
    condition: selection
falsepositives:
    - Vaults of a test that is over
level: medium
`;

const events = `TimeGenerated         CategoryValue   OperationNameValue                        ActivityStatusValue  Caller
--------------------  --------------  ----------------------------------------  -------------------  ----------------
2026-11-20T09:14:02Z  Administrative  Microsoft.KeyVault/vaults/delete          Start                ben@lab.example
2026-11-20T09:14:05Z  Administrative  Microsoft.KeyVault/vaults/delete          Success              ben@lab.example
2026-11-20T09:20:41Z  Administrative  MICROSOFT.KEYVAULT/VAULTS/KEYS/DELETE     Success              cleo@lab.example
2026-11-20T09:21:10Z  Administrative  Microsoft.KeyVault/vaults/write           Success              ana@lab.example
2026-11-20T10:02:11Z  Administrative  Microsoft.Storage/storageAccounts/delete  Success              ana@lab.example
`;

export const vaultDeletedTable: Example = {
  title: 'Vault deleted, from a table on the screen',
  teaches: 'How `startswith` and `endswith` on one field leave room for what lies between',
  topic: 'formats',
  at: 'OperationNameValue|endswith',
  event: 2,
  expected: '-mm--',
  rule,
  events,
};
