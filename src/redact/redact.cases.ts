/* One event, and what it is with made-up values, for a rule for which no name matters. */

const wide = (text: string) => Buffer.from(text, 'utf16le').toString('base64');
const narrow = (text: string) => Buffer.from(text).toString('base64');
export const MIRA = { User: 'LAB\\mira' };
const WS = { Computer: 'WS-14.lab.vinter.de' };

type Fields = Readonly<Record<string, unknown>>;

export const VALUES: readonly (readonly [title: string, event: Fields, expected: Fields])[] = [
  // Names in fields.
  ['a domain and a user', MIRA, { User: 'D01\\user1' }],
  ['a user in capitals', { User: 'LAB\\MIRA' }, { User: 'D01\\USER1' }],
  ['a user with a capital', { UserName: 'Mira' }, { UserName: 'User1' }],
  [
    'a user of a mail address',
    { UserPrincipalName: 'mira@vinter.de' },
    { UserPrincipalName: 'user1@corp01.example' },
  ],
  ['a user of a directory', { MemberName: 'CN=Mira Vinter,OU=x' }, { MemberName: 'CN=User1,OU=x' }],
  ['a user of a cloud', { userIdentity: { userName: 'mira' } }, { userIdentity: { userName: 'user1' } }],
  [
    'a machine account',
    { User: 'LAB\\WS-14$', ...WS },
    { User: 'D01\\H-001$', Computer: 'H-001.d01.corp02.example' },
  ],
  ['a host', { Computer: 'DESKTOP-54JCEU5' }, { Computer: 'HOST-0000000001' }],
  ['a short host', { Computer: 'PC7' }, { Computer: 'H-1' }],
  ['a host in a domain', WS, { Computer: 'H-001.d01.corp02.example' }],
  ['a host in a network of its own', { Computer: 'ws-14.local' }, { Computer: 'h-001.local' }],
  [
    'a domain with two parts at its end',
    { TargetDomainName: 'corp.vinter.co.uk' },
    { TargetDomainName: 'd001.corp02.co.example' },
  ],
  [
    'a domain that is a host',
    { Computer: 'WS-14', SubjectDomainName: 'WS-14' },
    { Computer: 'H-001', SubjectDomainName: 'H-001' },
  ],
  ['a query', { QueryName: 'www.vinter.de' }, { QueryName: 'www.corp01.example' }],
  [
    'names of the Elastic Common Schema',
    { host: { name: 'ws-14' }, user: { name: 'mira' } },
    { host: { name: 'h-001' }, user: { name: 'user1' } },
  ],
  // What stays.
  [
    'accounts of every system',
    { User: 'NT AUTHORITY\\SYSTEM', a: 'LOCAL SERVICE', TargetUserName: 'Administrator' },
    { User: 'NT AUTHORITY\\SYSTEM', a: 'LOCAL SERVICE', TargetUserName: 'Administrator' },
  ],
  [
    'no name',
    { User: '-', UserName: '', TargetUserName: 'N/A' },
    { User: '-', UserName: '', TargetUserName: 'N/A' },
  ],
  ['SIDs of every system', { a: 'S-1-5-18', b: 'S-1-5-32-544' }, { a: 'S-1-5-18', b: 'S-1-5-32-544' }],
  [
    'addresses of every system',
    { a: '127.0.0.1', b: '0.0.0.0', c: '::1', d: '224.0.0.251', e: '255.255.255.255' },
    { a: '127.0.0.1', b: '0.0.0.0', c: '::1', d: '224.0.0.251', e: '255.255.255.255' },
  ],
  [
    'hashes and paths of Windows',
    { Hashes: 'MD5=0F1E2D3C4B5A69788796A5B4C3D2E1F0', Image: 'C:\\Windows\\System32\\cmd.exe' },
    { Hashes: 'MD5=0F1E2D3C4B5A69788796A5B4C3D2E1F0', Image: 'C:\\Windows\\System32\\cmd.exe' },
  ],
  [
    'versions',
    { FileVersion: '10.0.1.2', a: 'Chrome/120.0.0.0' },
    { FileVersion: '10.0.1.2', a: 'Chrome/120.0.0.0' },
  ],
  [
    'times and hardware addresses',
    { a: '12:34:56', b: '00:11:22:33:44:55' },
    { a: '12:34:56', b: '00:11:22:33:44:55' },
  ],
  ['calls in scripts', { a: '[A.B]::Add(1)', b: 'x::Dead' }, { a: '[A.B]::Add(1)', b: 'x::Dead' }],
  [
    'who writes the events',
    { ProviderGuid: '{5770385f-c22a-43e0-bf4c-06f5698ffbd9}' },
    { ProviderGuid: '{5770385f-c22a-43e0-bf4c-06f5698ffbd9}' },
  ],
  // Forms.
  ['a private address', { a: '10.1.2.3' }, { a: '10.0.0.1' }],
  ['other private addresses', { a: '192.168.7.7', b: '172.20.0.9' }, { a: '192.168.0.1', b: '172.16.0.1' }],
  ['a public address', { a: '85.214.1.1' }, { a: '198.51.100.1' }],
  [
    'an address of the new kind',
    { a: '2a00:1450::5', b: 'fe80::a:b', c: 'fd12::1:2' },
    { a: '2001:db8::1', b: 'fe80::1', c: 'fd00::1' },
  ],
  ['one written in full', { a: 'fe80:0:0:0:1:2:3:4' }, { a: 'fe80:0:0:0:0:0:0:1' }],
  ['an old one in a new one', { a: '::ffff:10.1.2.3' }, { a: '::ffff:10.0.0.1' }],
  [
    'an address with a port, in a text',
    { a: 'from 10.1.2.3:445, 10.1.2.3/24' },
    { a: 'from 10.0.0.1:445, 10.0.0.1/24' },
  ],
  [
    'two accounts of a domain',
    { a: 'S-1-5-21-11-12-13-1104', b: 'S-1-5-21-11-12-13-500', c: 'S-1-5-21-11-12-13' },
    {
      a: 'S-1-5-21-1000000001-2000000001-3000000001-1001',
      b: 'S-1-5-21-1000000001-2000000001-3000000001-500',
      c: 'S-1-5-21-1000000001-2000000001-3000000001',
    },
  ],
  [
    'a GUID',
    { a: '{0C5A1F00-0001-0002-0000-0000000000AB}' },
    { a: '{00000001-0000-4000-8000-000000000000}' },
  ],
  ['a mail address', { a: 'to:jo.x@mail.vinter.de.' }, { a: 'to:user1@mail.corp01.example.' }],
  // Everywhere.
  [
    'a home directory alone',
    { a: 'C:\\Users\\mira\\x', b: '/home/jo/y', c: 'C:\\Users\\Public\\x' },
    { a: 'C:\\Users\\user1\\x', b: '/home/user2/y', c: 'C:\\Users\\Public\\x' },
  ],
  [
    'a name in a command, a URL, a share',
    {
      ...MIRA,
      ...WS,
      a: 'net use \\\\ws-14\\c$ /user:mira',
      b: 'http://ws-14.lab.vinter.de/~mira?u=MIRA%20',
    },
    {
      User: 'D01\\user1',
      Computer: 'H-001.d01.corp02.example',
      a: 'net use \\\\h-001\\c$ /user:user1',
      b: 'http://h-001.d01.corp02.example/~user1?u=USER1%20',
    },
  ],
  [
    'a name behind an escape',
    { ...MIRA, a: 'x%5Cmira%5C', b: '{"a":"x\\nmira"}' },
    { User: 'D01\\user1', a: 'x%5Cuser1%5C', b: '{"a":"x\\nuser1"}' },
  ],
  ['a share of a host that no field names', { a: 'dir \\\\filer7\\x' }, { a: 'dir \\\\host-1\\x' }],
  ['no part of a word', { ...MIRA, a: 'miracle admmira' }, { User: 'D01\\user1', a: 'miracle admmira' }],
  ['a name with a mark', { ...MIRA, a: 'mira_old mira-1' }, { User: 'D01\\user1', a: 'user1_old user1-1' }],
  [
    'a name that is a word of commands',
    { User: 'LAB\\test', a: 'test.exe C:\\Users\\test\\' },
    { User: 'D01\\user1', a: 'test.exe C:\\Users\\user1\\' },
  ],
  [
    'a name that is the name of a field',
    { UserName: 'Image', Image: 'x Image' },
    { UserName: 'User1', Image: 'x Image' },
  ],
  [
    'a command in base64',
    { ...MIRA, a: `-enc ${wide('cd C:\\Users\\Mira\\')}` },
    { User: 'D01\\user1', a: `-enc ${wide('cd C:\\Users\\User1\\')}` },
  ],
  [
    'a text in base64, twice',
    { ...MIRA, a: narrow(`x ${narrow('for mira alone')} y`) },
    { User: 'D01\\user1', a: narrow(`x ${narrow('for user1 alone')} y`) },
  ],
  ['an address in base64', { a: narrow('from 10.1.2.3 to') }, { a: narrow('from 10.0.0.1 to') }],
  ['a list', { ...MIRA, a: ['x mira', ['mira']] }, { User: 'D01\\user1', a: ['x user1', ['user1']] }],
  [
    'a user of a sentence',
    { a: 'Accepted publickey for jana from 10.1.2.3 port 22', b: 'cat jana' },
    { a: 'Accepted publickey for user1 from 10.0.0.1 port 22', b: 'cat user1' },
  ],
  [
    'a user of an option',
    { a: 'runas /user:vinter\\jana cmd', b: 'of jana' },
    { a: 'runas /user:corp01\\user1 cmd', b: 'of user1' },
  ],
  [
    'a user of a cloud alone',
    { arn: 'arn:aws:iam::123456789012:user/team/jana' },
    { arn: 'arn:aws:iam::123456789012:user/team/user1' },
  ],
  [
    'the domain of a mail address, elsewhere',
    { a: 'jo@vinter.de', b: 'https://x.vinter.de/' },
    { a: 'user1@corp01.example', b: 'https://x.corp01.example/' },
  ],
  [
    'a user inside of what was asked for',
    { requestParameters: { userName: 'jana' } },
    { requestParameters: { userName: 'user1' } },
  ],
  // Other spellings.
  [
    'a name without its accents, and with two letters for one',
    { User: 'müller', a: 'mueller MULLER Müller' },
    { User: 'user1', a: 'user1 USER1 User1' },
  ],
  [
    'a name with accents, where the field has none',
    { User: 'mueller', a: 'für Müller' },
    { User: 'user1', a: 'für User1' },
  ],
  [
    'two names that differ in an accent alone',
    { User: 'müller', TargetUserName: 'muller', a: 'muller müller' },
    { User: 'user1', TargetUserName: 'user2', a: 'user2 user1' },
  ],
  [
    'an address in full and short',
    { a: '2001:0DB8:0:0:0:0:5:7', b: '2001:db8::5:7' },
    { a: '2001:db8:0:0:0:0:0:1', b: '2001:db8::1' },
  ],
  [
    'a SID in small letters',
    { a: 's-1-5-21-11-12-13-1104' },
    { a: 'S-1-5-21-1000000001-2000000001-3000000001-1001' },
  ],
  [
    'the short name of a host',
    { ...WS, a: 'ping ws-14 WS-14' },
    { Computer: 'H-001.d01.corp02.example', a: 'ping h-001 H-001' },
  ],
  // Free texts.
  [
    'a message of Windows',
    {
      Message:
        'An account was logged on.\n\tAccount Name:\t\tjana\n\tAccount Domain:\t\tVINTER\n\tWorkstation Name:\tPC-77\n',
      a: 'jana on PC-77',
    },
    {
      Message:
        'An account was logged on.\n\tAccount Name:\t\tuser1\n\tAccount Domain:\t\tCORP01\n\tWorkstation Name:\tH-001\n',
      a: 'user1 on H-001',
    },
  ],
  [
    'a message in one line',
    { Message: 'Account Name:  jana  Account Domain:  VINTER  Logon ID:  0x3E7' },
    { Message: 'Account Name:  user1  Account Domain:  CORP01  Logon ID:  0x3E7' },
  ],
  [
    'a script',
    {
      ScriptBlockText:
        '$user = "jana"; Invoke-Command -ComputerName PC-77 -Credential VINTER\\olga { net user pavel x }',
    },
    {
      ScriptBlockText:
        '$user = "user2"; Invoke-Command -ComputerName H-001 -Credential CORP01\\user1 { net user user3 x }',
    },
  ],
  [
    'no variable and no option',
    {
      ScriptBlockText:
        '$user = $env:USERNAME; Get-X -User $user -ComputerName . -Credential (Get-Credential)',
    },
    {
      ScriptBlockText:
        '$user = $env:USERNAME; Get-X -User $user -ComputerName . -Credential (Get-Credential)',
    },
  ],
];
