import type { Schema } from '../schema';
import { AUDITD } from './auditd';
import { AZURE } from './azure';
import { CLOUDTRAIL } from './cloudtrail';
import { CROWDSTRIKE } from './crowdstrike';
import { DEFENDER } from './defender';
import { ECS } from './ecs';
import { ESLOGGER } from './eslogger';
import { GCP } from './gcp';
import { GITHUB } from './github';
import { KUBERNETES } from './kubernetes';
import { LINUX } from './linux';
import { M365 } from './m365';
import { OCSF } from './ocsf';
import { OKTA } from './okta';
import { OSQUERY } from './osquery';
import { SPLUNK } from './splunk';
import { VELOCIRAPTOR } from './velociraptor';
import { WEB } from './web';
import { ZEEK } from './zeek';

/** The schemas, tried in this order on events that no Windows channel, provider or field identifies. */
export const SCHEMAS: readonly Schema[] = [
  DEFENDER,
  CROWDSTRIKE,
  ESLOGGER,
  AUDITD,
  WEB,
  ZEEK,
  CLOUDTRAIL,
  OKTA,
  AZURE,
  GCP,
  KUBERNETES,
  GITHUB,
  M365,
  VELOCIRAPTOR,
  OSQUERY,
  LINUX,
  OCSF,
  ECS,
  SPLUNK,
];
