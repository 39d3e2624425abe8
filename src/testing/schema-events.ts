/** Events of schemas with names of their own, one a kind, made up; what the schema calls a field is looked up in its documentation. */

/** A row of Defender's DeviceProcessEvents. */
export const DEFENDER_PROCESS = {
  Timestamp: '2026-05-11T07:42:10.1234567Z',
  DeviceId: '5f1c0de9a2b34c7788aa00bb11cc22dd33ee44ff',
  DeviceName: 'ws-14.corp.example',
  ActionType: 'ProcessCreated',
  FileName: 'rundll32.exe',
  FolderPath: 'C:\\Windows\\System32\\rundll32.exe',
  SHA1: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
  SHA256: '5b0d4c5f6a7e8d9c0b1a2f3e4d5c6b7a8f9e0d1c2b3a4f5e6d7c8b9a0f1e2d3c',
  MD5: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  FileSize: 71680,
  ProcessVersionInfoCompanyName: 'Example Corporation',
  ProcessVersionInfoProductName: 'Example Operating System',
  ProcessVersionInfoProductVersion: '10.0.1.2',
  ProcessVersionInfoInternalFileName: 'rundll',
  ProcessVersionInfoOriginalFileName: 'RUNDLL32.EXE',
  ProcessVersionInfoFileDescription: 'Host process',
  ProcessId: 7312,
  ProcessCommandLine: 'rundll32.exe C:\\Users\\Public\\tool.dll,Start',
  ProcessIntegrityLevel: 'High',
  AccountDomain: 'corp',
  AccountName: 'mira',
  LogonId: 999,
  InitiatingProcessAccountDomain: 'corp',
  InitiatingProcessAccountName: 'jon',
  InitiatingProcessFileName: 'cmd.exe',
  InitiatingProcessFolderPath: 'c:\\windows\\system32\\cmd.exe',
  InitiatingProcessCommandLine: '"cmd.exe" /c run.bat',
  InitiatingProcessId: 4120,
  InitiatingProcessIntegrityLevel: 'Medium',
};

/** The row of a registry value that was set. */
export const DEFENDER_REGISTRY = {
  Timestamp: '2026-05-11T07:43:00.5Z',
  DeviceName: 'ws-14.corp.example',
  ActionType: 'RegistryValueSet',
  RegistryKey: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Example\\Run',
  RegistryValueName: 'Updater',
  RegistryValueData: 'C:\\Users\\Public\\tool.exe',
  InitiatingProcessFolderPath: 'c:\\windows\\system32\\reg.exe',
  InitiatingProcessId: 4121,
};

/** The process that CrowdStrike's sensor saw start. */
export const CROWDSTRIKE_PROCESS = {
  event_simpleName: 'ProcessRollup2',
  event_platform: 'Win',
  aid: '00112233445566778899aabbccddeeff',
  cid: 'ffeeddccbbaa99887766554433221100',
  timestamp: '1778485330123',
  name: 'ProcessRollup2V19',
  ImageFileName: '\\Device\\HarddiskVolume3\\Windows\\System32\\whoami.exe',
  CommandLine: 'whoami /all',
  ParentBaseFileName: 'cmd.exe',
  RawProcessId: '892',
  TargetProcessId: '289741187433',
  ParentProcessId: '289734651298',
  AuthenticationId: '999',
  IntegrityLevel: '12288',
  MD5HashData: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  SHA256HashData: '5b0d4c5f6a7e8d9c0b1a2f3e4d5c6b7a8f9e0d1c2b3a4f5e6d7c8b9a0f1e2d3c',
  UserName: 'mira',
  UserSid: 'S-1-5-21-1-2-3-1104',
};
