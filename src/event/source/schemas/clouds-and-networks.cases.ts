/*
 * One event of each schema of clouds, networks and other systems, with what it is recognised by and what its fields are.
 */

export const exec = {
  event_type: 9,
  time: '2026-11-24T10:00:00.000000000Z',
  process: { audit_token: { pid: 100, euid: 501 }, ppid: 1, executable: { path: '/bin/zsh' } },
  event: {
    exec: {
      target: { executable: { path: '/usr/bin/osascript' }, audit_token: { pid: 101, euid: 501 }, ppid: 100 },
      args: ['osascript', '-e', 'do shell "id"'],
      cwd: { path: '/Users/ann' },
    },
  },
};
const { event: _, ...message } = exec;
const created = {
  ...message,
  event_type: 13,
  event: {
    create: {
      destination: { new_path: { dir: { path: '/Users/ann/Library/LaunchAgents' }, filename: 'a.plist' } },
    },
  },
};
export const hex = (text: string) => Buffer.from(text).toString('hex').toUpperCase();
const stamp = 'msg=audit(1795514400.123:7):';
export const AUDIT = [
  `type=SYSCALL ${stamp} arch=c000003e syscall=59 success=yes pid=101 ppid=100 uid=0 auid=1000 comm="curl" exe="/usr/bin/curl"`,
  `type=EXECVE ${stamp} argc=3 a0="curl" a1="-o" a2=${hex('/tmp/a b')}`,
  `type=CWD ${stamp} cwd="/root"`,
  `type=PROCTITLE ${stamp} proctitle="curl"`,
].join('\n');
const ACCESS =
  '203.0.113.7 - - [24/Nov/2026:10:00:00 +0000] "GET /a.php?cmd=id HTTP/1.1" 200 5 "-" "curl/8.4"';
export const IIS =
  '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs(User-Agent) sc-status\n2026-11-24 10:00:00 GET /owa/x.aspx a=b 203.0.113.7 curl 200';
const PROXY =
  '#Fields: date time c-ip cs-method cs-uri s-action sc-status\n2026-11-24 10:00:00 192.0.2.1 GET http://example.org/ TCP_MISS 200';
const ZEEK_TSV =
  '#separator \\x09\n#path\tdns\n#fields\tts\tuid\tid.orig_h\tid.resp_p\tquery\tqtype_name\n#types\ttime\tstring\taddr\tport\tstring\tstring\n1795514400.1\tC1\t192.0.2.5\t53\tevil.example.org\tTXT';
const trail = {
  eventVersion: '1.09',
  eventTime: '2026-11-24T10:00:00Z',
  eventSource: 'iam.amazonaws.com',
  eventName: 'CreateAccessKey',
  userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:user/ann' },
};
const signIn = {
  time: '2026-11-24T10:00:00Z',
  resourceId: '/tenants/t/providers/Microsoft.aadiam',
  operationName: 'Sign-in activity',
  category: 'SignInLogs',
  resultType: '50126',
  properties: { appDisplayName: 'Portal', authenticationRequirement: 'singleFactorAuthentication' },
};
const audit = {
  operationName: 'Add member to role',
  category: 'AuditLogs',
  properties: {
    loggedByService: 'Core Directory',
    activityDisplayName: 'Add member to role',
    targetResources: [{ modifiedProperties: [{ displayName: 'Role', newValue: '"Admins"' }] }],
    initiatedBy: { user: { userPrincipalName: 'ann@example.org' } },
  },
};
const okta = {
  eventType: 'user.mfa.factor.deactivate',
  displayMessage: 'Reset factor',
  actor: { alternateId: 'ann@example.org' },
};
const velociraptor = {
  Pid: 44,
  Ppid: 4,
  Name: 'a.exe',
  Exe: 'C:\\Tools\\a.exe',
  CommandLine: 'a.exe -x',
  Username: 'LAB\\ann',
  Hash: { MD5: '2c3d', SHA256: '4e5f' },
};

type Fields = readonly (readonly [field: string, value: unknown, characters?: readonly string[]])[];
interface Case {
  readonly text: string;
  readonly evidence: string;
  /** A log source whose rules see the event, and through whose names the fields are read. */
  readonly serves: { product?: string; category?: string; service?: string };
  readonly differs: object;
  readonly fields: Fields;
}

export const CASES: Readonly<Record<string, Case>> = {
  'eslogger exec': {
    text: JSON.stringify(exec),
    evidence:
      '`event_type` is 9 and `event.exec.target.executable.path` is /usr/bin/osascript, so it is eslogger exec on macOS',
    serves: { product: 'macos', category: 'process_creation' },
    differs: { product: 'macos', category: 'file_event' },
    fields: [
      ['Image', '/usr/bin/osascript'],
      ['ParentImage', '/bin/zsh'],
      ['CommandLine', 'osascript -e do shell "id"', ['osascript', '-e', 'do shell \\"id\\"']],
      ['ProcessId', 101],
      ['ParentProcessId', 100],
      ['User', 501],
      ['CurrentDirectory', '/Users/ann'],
      ['Hashes', undefined],
    ],
  },
  'eslogger create': {
    text: JSON.stringify(created),
    evidence:
      '`event_type` is 13 and `event.create.destination.new_path.filename` is a.plist, so it is eslogger create on macOS',
    serves: { product: 'macos', category: 'file_event' },
    differs: { product: 'linux', category: 'file_event' },
    fields: [
      [
        'TargetFilename',
        '/Users/ann/Library/LaunchAgents/a.plist',
        ['/Users/ann/Library/LaunchAgents', 'a.plist'],
      ],
      ['Image', '/bin/zsh'],
    ],
  },
  'auditd execve': {
    text: AUDIT,
    evidence:
      '`type` is SYSCALL, EXECVE, CWD, PROCTITLE and `msg` is audit(1795514400.123:7), so it is auditd execve on Linux',
    serves: { product: 'linux', category: 'process_creation' },
    differs: { product: 'windows', category: 'process_creation' },
    fields: [
      ['Image', '/usr/bin/curl'],
      ['CommandLine', 'curl -o /tmp/a b', ['curl', '-o', hex('/tmp/a b')]],
      ['CurrentDirectory', '/root'],
      ['ParentProcessId', '100'],
      ['a1', '-o'],
    ],
  },
  'web server log': {
    text: ACCESS,
    evidence: '`cs-method` is GET, `cs-uri-stem` is /a.php and `sc-status` is 200, so it is web server log',
    serves: { category: 'webserver' },
    differs: { category: 'proxy' },
    fields: [
      ['cs-uri-query', '/a.php?cmd=id'],
      ['c-useragent', 'curl/8.4'],
    ],
  },
  'proxy log': {
    text: PROXY,
    evidence:
      '`s-action` is TCP_MISS, `cs-uri` is http://example.org/ and `sc-status` is 200, so it is proxy log',
    serves: { category: 'proxy' },
    differs: { category: 'webserver' },
    fields: [
      ['cs-uri', 'http://example.org/'],
      ['c-uri', 'http://example.org/'],
      ['src_ip', '192.0.2.1'],
    ],
  },
  'Zeek dns': {
    text: ZEEK_TSV,
    evidence: '`_path` is dns, so it is Zeek dns',
    serves: { product: 'zeek', service: 'dns' },
    differs: { product: 'zeek', service: 'http' },
    fields: [
      ['query', 'evil.example.org'],
      ['dst_port', '53'],
      ['record_type', 'TXT'],
    ],
  },
  'Zeek http': {
    text: JSON.stringify({
      ts: 1,
      uid: 'C',
      'id.orig_h': '192.0.2.1',
      method: 'GET',
      uri: '/x',
      user_agent: 'curl',
    }),
    evidence: '`id.orig_h` is 192.0.2.1, `uid` is C, `method` is GET and `uri` is /x, so it is Zeek http',
    serves: { product: 'zeek', service: 'http' },
    differs: { product: 'zeek', service: 'dns' },
    fields: [
      ['c-useragent', 'curl'],
      ['c-uri', '/x'],
    ],
  },
  'AWS CloudTrail': {
    text: JSON.stringify({ Records: [trail] }),
    evidence:
      '`eventSource` is iam.amazonaws.com and `eventName` is CreateAccessKey, so it is AWS CloudTrail',
    serves: { product: 'aws', service: 'cloudtrail' },
    differs: { product: 'okta', service: 'okta' },
    fields: [
      ['eventName', 'CreateAccessKey'],
      ['userIdentity.type', 'IAMUser'],
    ],
  },
  'Entra ID sign-in log': {
    text: JSON.stringify({ records: [signIn] }),
    evidence:
      '`category` is SignInLogs and `operationName` is Sign-in activity, so it is Entra ID sign-in log',
    serves: { product: 'azure', service: 'signinlogs' },
    differs: { product: 'azure', service: 'auditlogs' },
    fields: [
      ['ResultType', '50126'],
      ['resultType', '50126'],
      ['AuthenticationRequirement', 'singleFactorAuthentication'],
      ['properties.authenticationRequirement', 'singleFactorAuthentication'],
    ],
  },
  'Entra ID audit log': {
    text: JSON.stringify(audit),
    evidence:
      '`category` is AuditLogs and `operationName` is Add member to role, so it is Entra ID audit log',
    serves: { product: 'azure', service: 'auditlogs' },
    differs: { product: 'azure', service: 'activitylogs' },
    fields: [
      ['properties.message', 'Add member to role'],
      ['OperationName', 'Add member to role'],
      ['LoggedByService', 'Core Directory'],
      ['ActivityDisplayName', 'Add member to role'],
      ['TargetResources.ModifiedProperties.NewValue', ['"Admins"'], ['\\"Admins\\"']],
      ['Initiatedby', 'ann@example.org'],
    ],
  },
  'Azure activity log': {
    text: JSON.stringify({
      category: 'Administrative',
      operationName: 'MICROSOFT.NETWORK/FIREWALLPOLICIES/DELETE',
      resourceId: '/S/1',
    }),
    evidence:
      '`category` is Administrative and `operationName` is MICROSOFT.NETWORK/FIREWALLPOLICIES/DELETE, so it is Azure activity log',
    serves: { product: 'azure', service: 'activitylogs' },
    differs: { product: 'azure', service: 'signinlogs' },
    fields: [
      ['OperationNameValue', 'MICROSOFT.NETWORK/FIREWALLPOLICIES/DELETE'],
      ['CategoryValue', 'Administrative'],
      ['ResourceId', '/S/1'],
    ],
  },
  'Entra ID risk detection': {
    text: JSON.stringify({ riskEventType: 'leakedCredentials', riskLevel: 'high' }),
    evidence:
      '`riskEventType` is leakedCredentials and `riskLevel` is high, so it is Entra ID risk detection',
    serves: { product: 'azure', service: 'riskdetection' },
    differs: { product: 'azure', service: 'pim' },
    fields: [['riskEventType', 'leakedCredentials']],
  },
  'Entra ID PIM alert': {
    text: JSON.stringify({ riskEventType: 'staleSignInAlertIncident' }),
    evidence: '`riskEventType` is staleSignInAlertIncident, so it is Entra ID PIM alert',
    serves: { product: 'azure', service: 'pim' },
    differs: { product: 'azure', service: 'riskdetection' },
    fields: [['riskEventType', 'staleSignInAlertIncident']],
  },
  'Google Cloud audit log': {
    text: JSON.stringify({
      logName: 'projects/p/logs/cloudaudit.googleapis.com%2Factivity',
      resource: { type: 'gcs_bucket' },
      protoPayload: {
        serviceName: 'storage.googleapis.com',
        methodName: 'storage.buckets.delete',
        authorizationInfo: [{ permission: 'storage.buckets.delete', granted: true }],
      },
    }),
    evidence:
      '`protoPayload.serviceName` is storage.googleapis.com and `protoPayload.methodName` is storage.buckets.delete, so it is Google Cloud audit log',
    serves: { product: 'gcp', service: 'gcp.audit' },
    differs: { product: 'aws', service: 'cloudtrail' },
    fields: [
      ['gcp.audit.method_name', 'storage.buckets.delete'],
      ['data.protoPayload.methodName', 'storage.buckets.delete'],
      [
        'data.protoPayload.authorizationInfo.permission',
        ['storage.buckets.delete'],
        ['storage.buckets.delete'],
      ],
      ['data.protoPayload.resource.type', 'gcs_bucket'],
    ],
  },
  'Google Cloud audit log in data': {
    text: JSON.stringify({
      data: {
        logName: 'x',
        protoPayload: { serviceName: 'dns.googleapis.com', methodName: 'dns.managedZones.delete' },
      },
    }),
    evidence:
      '`data.protoPayload.serviceName` is dns.googleapis.com and `data.protoPayload.methodName` is dns.managedZones.delete, so it is Google Cloud audit log in data',
    serves: { product: 'gcp', service: 'gcp.audit' },
    differs: { product: 'gcp', service: 'google_workspace.admin' },
    fields: [
      ['gcp.audit.method_name', 'dns.managedZones.delete'],
      ['data.protoPayload.methodName', 'dns.managedZones.delete'],
      ['protoPayload.methodName', 'dns.managedZones.delete'],
      ['data.protoPayload.logName', 'x'],
    ],
  },
  'Kubernetes audit log': {
    text: JSON.stringify({
      apiVersion: 'audit.k8s.io/v1',
      verb: 'create',
      objectRef: { resource: 'pods', apiGroup: 'apps' },
      requestObject: { spec: { volumes: [{ hostPath: { path: '/etc' } }] } },
    }),
    evidence: '`apiVersion` is audit.k8s.io/v1 and `verb` is create, so it is Kubernetes audit log',
    serves: { product: 'kubernetes', category: 'application', service: 'audit' },
    differs: { product: 'github', service: 'audit' },
    fields: [
      ['objectRef.resource', 'pods'],
      ['apiGroup', 'apps'],
      ['hostPath', ['/etc'], ['/etc']],
    ],
  },
  'GitHub audit log': {
    text: JSON.stringify({ action: 'repo.destroy', actor: 'ann', created_at: 1795514400000 }),
    evidence:
      '`action` is repo.destroy, `actor` is ann and `created_at` is 1795514400000, so it is GitHub audit log',
    serves: { product: 'github', service: 'audit' },
    differs: { product: 'kubernetes', service: 'audit' },
    fields: [['action', 'repo.destroy']],
  },
  'Microsoft 365 alert': {
    text: JSON.stringify({
      CreationTime: '2026-11-24T10:00:00',
      RecordType: 40,
      Workload: 'SecurityComplianceCenter',
      Operation: 'AlertTriggered',
      Name: 'Impossible travel activity',
    }),
    evidence:
      '`Workload` is SecurityComplianceCenter, `Operation` is AlertTriggered and `RecordType` is 40, so it is Microsoft 365 alert',
    serves: { product: 'm365', service: 'threat_management' },
    differs: { product: 'm365', service: 'exchange' },
    fields: [
      ['eventSource', 'SecurityComplianceCenter'],
      ['eventName', 'Impossible travel activity'],
    ],
  },
  'Okta System Log': {
    text: JSON.stringify(okta),
    evidence:
      '`eventType` is user.mfa.factor.deactivate and `actor.alternateId` is ann@example.org, so it is Okta System Log',
    serves: { product: 'okta', service: 'okta' },
    differs: { product: 'aws', service: 'cloudtrail' },
    fields: [
      ['eventtype', 'user.mfa.factor.deactivate'],
      ['actor.alternateId', 'ann@example.org'],
    ],
  },
  'Velociraptor processes': {
    text: JSON.stringify(velociraptor),
    evidence:
      '`Exe` is C:\\Tools\\a.exe, `Pid` is 44 and `CommandLine` is a.exe -x, so it is Velociraptor processes on Windows',
    serves: { product: 'windows', category: 'process_creation' },
    differs: { product: 'linux', category: 'process_creation' },
    fields: [
      ['Image', 'C:\\Tools\\a.exe', ['C:\\\\Tools\\\\a.exe']],
      ['ParentProcessId', 4],
      ['User', 'LAB\\ann', ['LAB\\\\ann']],
      ['md5', '2c3d'],
      ['sha256', '4e5f'],
      ['Hashes', 'MD5=2c3d,SHA256=4e5f', ['2c3d', '4e5f']],
      ['CommandLine', 'a.exe -x'],
    ],
  },
};
