import { byName, say, type Words } from '../../text';

/** What is in a field that many rules use, for somebody who does not know its name. */
const SAYS = byName<string>({
  AccountName: 'the account',
  CallTrace: 'the trace of the calls',
  CommandLine: 'the command line',
  Company: 'the company in the file',
  ComputerName: 'the computer',
  CurrentDirectory: 'the folder that it starts in',
  Description: 'the description in the file',
  DestinationHostname: 'the host that it connects to',
  DestinationIp: 'the address that it connects to',
  DestinationPort: 'the port that it connects to',
  Details: 'the data written',
  EventID: 'the number of the event',
  GrantedAccess: 'the rights granted',
  Hashes: 'the hashes of the file',
  Image: 'the program',
  ImageLoaded: 'the library or driver',
  IntegrityLevel: 'the level of rights',
  IpAddress: 'the address',
  LogonType: 'the kind of logon',
  OriginalFileName: 'the name that the file was built with',
  ParentCommandLine: 'the command line of the parent program',
  ParentImage: 'the parent program',
  ParentUser: 'the user of the parent program',
  PipeName: 'the pipe',
  Product: 'the product in the file',
  Provider_Name: 'the provider',
  QueryName: 'the name looked up',
  ScriptBlockText: 'the script',
  ServiceName: 'the service',
  SourceImage: 'the program that acts',
  SourceIp: 'the source address',
  SourcePort: 'the source port',
  SubjectUserName: 'the user who acts',
  TargetFilename: 'the file',
  TargetImage: 'the program acted upon',
  TargetObject: 'the place in the registry',
  TargetUserName: 'the account concerned',
  TaskName: 'the task',
  User: 'the user',
});

/** How clauses name what they are about. */
export interface Names {
  /** The subject of a clause about any value. */
  readonly somewhere: Words;
  /** A field as the subject of a clause. */
  of(field: string): Words;
}

/** Names fields, and says what is in one where it is first named. */
export class FieldNames implements Names {
  readonly somewhere = ['the event somewhere'];
  private readonly named = new Set<string>();

  /** A field as the subject of a clause. */
  of(field: string): Words {
    const says = this.named.has(field) ? undefined : SAYS.get(field);
    this.named.add(field);
    return says === undefined ? say`\`${field}\`` : say`${says} (\`${field}\`)`;
  }
}
