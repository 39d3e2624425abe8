import type { Example } from '../example';

const rule = `title: Inbox Rule That Deletes Or Hides Mail
id: 3d217eb2-591a-4963-a402-a742818486a3
status: experimental
description: |
    Detects an inbox rule that deletes mail. Names and values of its settings are in a list of objects.
    Each line of the rule asks the whole list: the name may come from one object and the value from another.
references:
    - https://attack.mitre.org/techniques/T1564/008/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.stealth
    - attack.t1564.008
logsource:
    product: m365
    service: audit
detection:
    selection:
        Operation:
            - 'New-InboxRule'
            - 'Set-InboxRule'
        Parameters.Name: 'DeleteMessage'
        Parameters.Value: 'True'
    condition: selection
falsepositives:
    - People who delete newsletters
level: medium
`;

const events = `{"CreationTime":"2026-11-20T09:14:02","RecordType":1,"Workload":"Exchange","Operation":"New-InboxRule","UserId":"ben@lab.example","Parameters":[{"Name":"SubjectContainsWords","Value":"invoice"},{"Name":"DeleteMessage","Value":"True"}]}
{"CreationTime":"2026-11-20T09:20:41","RecordType":1,"Workload":"Exchange","Operation":"New-InboxRule","UserId":"ana@lab.example","Parameters":[{"Name":"From","Value":"news@shop.example"},{"Name":"MoveToFolder","Value":"News"}]}
{"CreationTime":"2026-11-20T09:21:10","RecordType":1,"Workload":"Exchange","Operation":"Set-InboxRule","UserId":"ana@lab.example","Parameters":[{"Name":"DeleteMessage","Value":"False"},{"Name":"StopProcessingRules","Value":"True"}]}
{"CreationTime":"2026-11-20T10:02:11","RecordType":1,"Workload":"Exchange","Operation":"Set-InboxRule","UserId":"cleo@lab.example","Parameters":[{"Name":"DeleteMessage","Value":"False"}]}
{"CreationTime":"2026-11-20T10:07:55","RecordType":1,"Workload":"Exchange","Operation":"Remove-InboxRule","UserId":"ben@lab.example","Parameters":[{"Name":"DeleteMessage","Value":"True"}]}
`;

export const inboxRule: Example = {
  title: 'Inbox rule that deletes mail',
  teaches: 'Why two fields of a list of objects may match two different objects',
  topic: 'sources',
  at: 'Parameters.Value',
  event: 3,
  expected: 'm-m--',
  rule,
  events,
};
