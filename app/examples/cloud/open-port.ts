import type { Example } from '../example';

const rule = `title: Management Port Open To Everybody
id: 0b6b6c0e-6c55-4f57-8a0f-6f0f5a1a7c93
status: experimental
description: Detects a permission that opens SSH or RDP to all addresses. One permission must do both, since a group often has several.
references:
    - https://attack.mitre.org/techniques/T1133/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.initial-access
    - attack.t1133
sigma-version: 3
logsource:
    product: aws
    service: cloudtrail
detection:
    selection:
        eventSource: 'ec2.amazonaws.com'
        eventName: 'AuthorizeSecurityGroupIngress'
        requestParameters.ipPermissions.items[any]:
            ssh:
                fromPort|lte: 22
                toPort|gte: 22
            rdp:
                fromPort|lte: 3389
                toPort|gte: 3389
            everybody:
                ipRanges.items[any].cidrIp: '0.0.0.0/0'
            condition: everybody and (ssh or rdp)
    condition: selection
falsepositives:
    - A host that is meant for logons from everywhere
level: medium
`;

const events = `{"eventVersion":"1.09","eventTime":"2026-11-20T09:14:02Z","eventSource":"ec2.amazonaws.com","eventName":"AuthorizeSecurityGroupIngress","awsRegion":"eu-central-1","userIdentity":{"type":"IAMUser","userName":"ana"},"requestParameters":{"groupId":"sg-0a1","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":443,"toPort":443,"ipRanges":{"items":[{"cidrIp":"0.0.0.0/0"}]}},{"ipProtocol":"tcp","fromPort":20,"toPort":25,"ipRanges":{"items":[{"cidrIp":"203.0.113.0/24"},{"cidrIp":"0.0.0.0/0"}]}}]}}}
{"eventVersion":"1.09","eventTime":"2026-11-20T09:20:41Z","eventSource":"ec2.amazonaws.com","eventName":"AuthorizeSecurityGroupIngress","awsRegion":"eu-central-1","userIdentity":{"type":"IAMUser","userName":"ben"},"requestParameters":{"groupId":"sg-0b2","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":443,"toPort":443,"ipRanges":{"items":[{"cidrIp":"0.0.0.0/0"}]}},{"ipProtocol":"tcp","fromPort":22,"toPort":22,"ipRanges":{"items":[{"cidrIp":"203.0.113.7/32"}]}}]}}}
{"eventVersion":"1.09","eventTime":"2026-11-20T09:31:10Z","eventSource":"ec2.amazonaws.com","eventName":"AuthorizeSecurityGroupIngress","awsRegion":"eu-central-1","userIdentity":{"type":"IAMUser","userName":"cleo"},"requestParameters":{"groupId":"sg-0c3","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":3389,"toPort":3389,"ipRanges":{"items":[{"cidrIp":"0.0.0.0/0"}]}}]}}}
{"eventVersion":"1.09","eventTime":"2026-11-20T09:40:55Z","eventSource":"ec2.amazonaws.com","eventName":"RevokeSecurityGroupIngress","awsRegion":"eu-central-1","userIdentity":{"type":"IAMUser","userName":"cleo"},"requestParameters":{"groupId":"sg-0c3","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":3389,"toPort":3389,"ipRanges":{"items":[{"cidrIp":"0.0.0.0/0"}]}}]}}}
`;

export const openPort: Example = {
  title: 'Open to everybody',
  teaches: 'How a block has selections and a condition of its own, about one member',
  topic: 'arrays',
  at: 'requestParameters.ipPermissions',
  event: 2,
  expected: 'm-m-',
  rule,
  events,
};
