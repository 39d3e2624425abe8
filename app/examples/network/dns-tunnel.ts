import type { Example } from '../example';

const rule = `title: Text Records Asked For
id: ffbbb0d0-160a-429e-adc2-eac4cf1abd0d
name: text_record
status: experimental
description: A query for a text record. Mail servers send many, mostly for the same names.
references:
    - https://attack.mitre.org/techniques/T1071/004/
author: Sigma Playground
date: 2026-11-30
tags:
    - attack.command-and-control
    - attack.t1071.004
logsource:
    product: zeek
    service: dns
detection:
    selection:
        qtype_name: 'TXT'
    condition: selection
falsepositives:
    - Mail servers
level: informational
---
title: Many Names For Text Records
id: 07d0571b-6591-4827-863a-c8a2708ce6c1
status: experimental
description: One host that asks for text records of four different names or more within a minute.
author: Sigma Playground
date: 2026-11-30
correlation:
    type: value_count
    rules:
        - text_record
    group-by:
        - id.orig_h
    timespan: 1m
    condition:
        field: query
        gte: 4
falsepositives:
    - Mail servers on a busy day
level: medium
`;

const events = String.raw`#separator \x09
#set_separator	,
#path	dns
#fields	ts	uid	id.orig_h	id.orig_p	id.resp_h	id.resp_p	query	qtype_name	rcode_name
#types	time	string	addr	port	addr	port	string	string	string
1795166042.117	C1	192.0.2.71	50122	192.0.2.53	53	a1.t.example	TXT	NOERROR
1795166050.300	C2	192.0.2.71	50123	192.0.2.53	53	b7.t.example	TXT	NOERROR
1795166052.001	C3	192.0.2.25	50001	192.0.2.53	53	_dmarc.lab.example	TXT	NOERROR
1795166053.440	C4	192.0.2.25	50002	192.0.2.53	53	_dmarc.lab.example	TXT	NOERROR
1795166061.001	C5	192.0.2.71	50124	192.0.2.53	53	www.example	A	NOERROR
1795166070.902	C6	192.0.2.71	50125	192.0.2.53	53	c3.t.example	TXT	NXDOMAIN
1795166090.118	C7	192.0.2.71	50126	192.0.2.53	53	d9.t.example	TXT	NOERROR
1795166410.010	C8	192.0.2.25	50003	192.0.2.53	53	spf.mail.example	TXT	NOERROR
`;

export const dnsTunnel: Example = {
  title: 'Many names for text records, in Zeek’s log',
  teaches: 'How a correlation counts different names for each host within a minute',
  topic: 'correlations',
  at: 'field: query',
  event: 7,
  expected: 'mmmm-mmm',
  fires: { 'Many Names For Text Records': [[1, 2, 6, 7]] },
  rule,
  events,
};
