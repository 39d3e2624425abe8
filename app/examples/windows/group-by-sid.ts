import type { Example } from '../example';

const rule = `title: Account Becomes A Local Administrator
id: 4b567b46-f4d4-48e9-893a-2b78ee08b173
status: experimental
description: Detects an account that is put into the local group of administrators, whatever the group is called there.
references:
    - https://attack.mitre.org/techniques/T1098/007/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.persistence
    - attack.privilege-escalation
    - attack.t1098.007
logsource:
    product: windows
    service: security
detection:
    selection:
        EventID: 4732
        TargetSid: 'S-1-5-32-544'
    condition: selection
falsepositives:
    - Administrators who set up a computer
level: medium
`;

const events = `11/20/2026 09:14:02 AM
LogName=Security
EventCode=4732
EventType=0
ComputerName=ws-07.lab.example
SourceName=Microsoft Windows security auditing.
Type=Information
RecordNumber=52011
Keywords=Audit Success
TaskCategory=Security Group Management
OpCode=Info
Message=A member was added to a security-enabled local group.

Subject:
	Security ID:		S-1-5-21-7-7-7-1104
	Account Name:		ana
	Account Domain:		LAB
	Logon ID:		0x3E7A1

Member:
	Security ID:		S-1-5-21-7-7-7-1132
	Account Name:		-

Group:
	Security ID:		S-1-5-32-544
	Group Name:		Administrators
	Group Domain:		Builtin

11/20/2026 09:20:41 AM
LogName=Security
EventCode=4732
EventType=0
ComputerName=ws-21.lab.example
SourceName=Microsoft Windows security auditing.
Type=Information
RecordNumber=4410
Keywords=Audit Success
TaskCategory=Security Group Management
OpCode=Info
Message=A member was added to a security-enabled local group.

Subject:
	Security ID:		S-1-5-21-7-7-7-1107
	Account Name:		cleo
	Account Domain:		LAB
	Logon ID:		0x51F02

Member:
	Security ID:		S-1-5-21-7-7-7-1140
	Account Name:		-

Group:
	Security ID:		S-1-5-32-544
	Group Name:		Administradores
	Group Domain:		Builtin

11/20/2026 10:02:11 AM
LogName=Security
EventCode=4732
EventType=0
ComputerName=ws-12.lab.example
SourceName=Microsoft Windows security auditing.
Type=Information
RecordNumber=8120
Keywords=Audit Success
TaskCategory=Security Group Management
OpCode=Info
Message=A member was added to a security-enabled local group.

Subject:
	Security ID:		S-1-5-21-7-7-7-1105
	Account Name:		ben
	Account Domain:		LAB
	Logon ID:		0x77120

Member:
	Security ID:		S-1-5-21-7-7-7-1105
	Account Name:		-

Group:
	Security ID:		S-1-5-32-545
	Group Name:		Users
	Group Domain:		Builtin

11/20/2026 10:07:55 AM
LogName=Security
EventCode=4733
EventType=0
ComputerName=ws-07.lab.example
SourceName=Microsoft Windows security auditing.
Type=Information
RecordNumber=52040
Keywords=Audit Success
TaskCategory=Security Group Management
OpCode=Info
Message=A member was removed from a security-enabled local group.

Subject:
	Security ID:		S-1-5-21-7-7-7-1104
	Account Name:		ana
	Account Domain:		LAB
	Logon ID:		0x3E7A1

Member:
	Security ID:		S-1-5-21-7-7-7-1132
	Account Name:		-

Group:
	Security ID:		S-1-5-32-544
	Group Name:		Administrators
	Group Domain:		Builtin
`;

export const groupBySid: Example = {
  title: 'New local administrator, in Splunk’s text',
  teaches: 'Why a SID finds the group in every language, and its name only in one',
  topic: 'sources',
  at: "'S-1-5-32-544'",
  event: 2,
  expected: 'mm--',
  rule,
  events,
};
