import type { SigmaEvent } from '../../event';
import type { FieldRule } from '../fields';
import {
  type EventKind,
  has,
  kindOf,
  mapped,
  type RecognisedKind,
  type Rules,
  type Schema,
  textOf,
} from '../schema';

/*
 * Azure's and Entra ID's logs in the spellings of three exports: Azure Monitor (`operationName`, the rest inside
 * `properties`), Log Analytics (`OperationName`), and the Graph API (`activityDisplayName`). Rules use any of them.
 */

/** A field in all three spellings, each of which rules may use: names with dots are inside `properties`. */
function oneOf(...names: readonly string[]): [string, FieldRule][] {
  return names.map((field): [string, FieldRule] => [
    field,
    { kind: 'mapped', from: names.filter((name) => name !== field) },
  ]);
}

/** `Name` of Log Analytics, `properties.name` of Azure Monitor, and `name` of the Graph API. */
function spelled(...names: readonly string[]): [string, FieldRule][] {
  return names.flatMap((name) => {
    const small = name.charAt(0).toLowerCase() + name.slice(1);
    return oneOf(name, small, `properties.${small}`);
  });
}

/** The same for a path: its steps begin with lower-case letters inside `properties` and in the Graph API. */
function deep(...paths: readonly string[]): [string, FieldRule][] {
  return paths.flatMap((path) => {
    const [first = '', ...rest] = path.split('.');
    const small = (step: string) => step.charAt(0).toLowerCase() + step.slice(1);
    const within = rest.map(small).join('.');
    return oneOf(
      path,
      `${first}.${within}`,
      `${small(first)}.${within}`,
      `properties.${small(first)}.${within}`,
    );
  });
}

const INITIATOR = ['initiatedBy.user.userPrincipalName', 'InitiatedBy.user.userPrincipalName'];
const ACTIVITY = ['It is the name of the activity.'];
const OPERATION = ['operationName', 'OperationName'];
const NAMES = ['properties.activityDisplayName', 'activityDisplayName', 'ActivityDisplayName'];

const AUDIT: Rules = [
  ...oneOf(...OPERATION, ...NAMES),
  ['properties.message', { kind: 'mapped', from: [...OPERATION, ...NAMES], note: ACTIVITY }],
  ...spelled('Category', 'LoggedByService', 'Result', 'ResultReason', 'InitiatedBy', 'TargetResources'),
  ...oneOf('resultDescription', 'ResultDescription'),
  ...deep(
    'TargetResources.ModifiedProperties',
    'TargetResources.ModifiedProperties.NewValue',
    'TargetResources.ModifiedProperties.OldValue',
    'TargetResources.ModifiedProperties.DisplayName',
    'TargetResources.DisplayName',
    'TargetResources.UserPrincipalName',
    'TargetResources.Type',
  ),
  ...mapped(
    ['Status', ['properties.result', 'result', 'Result']],
    ['ActivityType', [...NAMES, ...OPERATION]],
    ['activityType', [...NAMES, ...OPERATION]],
    ['Initiatedby', [...INITIATOR, ...INITIATOR.slice(0, 1).map((name) => `properties.${name}`)]],
  ),
];

const SIGN_IN: Rules = [
  ...oneOf(...OPERATION),
  ...oneOf('resultType', 'ResultType', 'properties.status.errorCode', 'status.errorCode'),
  ...oneOf(
    'resultDescription',
    'ResultDescription',
    'properties.status.failureReason',
    'status.failureReason',
  ),
  ...oneOf('category', 'Category'),
  ...oneOf('userAgent', 'UserAgent', 'properties.userAgent'),
  ...oneOf('callerIpAddress', 'IPAddress', 'ipAddress', 'properties.ipAddress'),
  ...oneOf('location', 'Location'),
  ...mapped(
    ['Resultdescription', ['resultDescription', 'ResultDescription']],
    ['Username', ['UserPrincipalName', 'userPrincipalName', 'properties.userPrincipalName']],
    ['ClientApp', ['ClientAppUsed', 'clientAppUsed', 'properties.clientAppUsed']],
    [
      'DeviceDetail.trusttype',
      ['properties.deviceDetail.trustType', 'deviceDetail.trustType', 'DeviceDetail.trustType'],
    ],
  ),
  ...deep('DeviceDetail.DeviceId', 'DeviceDetail.IsCompliant', 'DeviceDetail.TrustType'),
  ...spelled(
    'HomeTenantId',
    'NetworkLocationDetails',
    'AppDisplayName',
    'AppId',
    'AuthenticationRequirement',
    'ClientAppUsed',
    'ConditionalAccessStatus',
    'DeviceDetail',
    'ResourceDisplayName',
    'RiskState',
    'RiskLevelDuringSignIn',
    'UserPrincipalName',
  ),
];

const ACTIVITIES: Rules = [
  ...oneOf('operationName', 'OperationNameValue', 'OperationName', 'operationName.value'),
  ...oneOf('category', 'CategoryValue', 'Category', 'category.value'),
  ...oneOf('resourceId', 'ResourceId', '_ResourceId'),
  ...oneOf('resultType', 'ActivityStatusValue', 'status.value'),
  ...mapped(
    ['ResourceProviderValue', ['resourceProviderName.value']],
    ['properties.message', ['operationName', 'OperationNameValue', 'operationName.value']],
  ),
];

const RISK: Rules = spelled('RiskEventType', 'RiskLevel', 'RiskState', 'RiskDetail', 'UserPrincipalName');

const SIGNIN_LOGS = kindOf('Entra ID sign-in log', { services: ['signinlogs'] }, SIGN_IN);
const AUDIT_LOGS = kindOf('Entra ID audit log', { services: ['auditlogs'] }, AUDIT);
const ACTIVITY_LOGS = kindOf('Azure activity log', { services: ['activitylogs'] }, ACTIVITIES);
const RISK_LOGS = kindOf('Entra ID risk detection', { services: ['riskdetection'] }, RISK);
const PIM_ALERTS = kindOf('Entra ID PIM alert', { services: ['pim'] }, RISK);

const CATEGORIES = new Map<string, EventKind>([
  ...[
    'SignInLogs',
    'NonInteractiveUserSignInLogs',
    'ServicePrincipalSignInLogs',
    'ManagedIdentitySignInLogs',
  ].map((name) => [name, SIGNIN_LOGS] as const),
  ['AuditLogs', AUDIT_LOGS],
  ['UserRiskEvents', RISK_LOGS],
  ...[
    'Administrative',
    'Policy',
    'Security',
    'ServiceHealth',
    'Autoscale',
    'Recommendation',
    'ResourceHealth',
  ].map((name) => [name, ACTIVITY_LOGS] as const),
]);

/** Tables of Log Analytics, by the column that names them. */
const TABLES = new Map<string, EventKind>([
  ['SigninLogs', SIGNIN_LOGS],
  ['AADNonInteractiveUserSignInLogs', SIGNIN_LOGS],
  ['AADServicePrincipalSignInLogs', SIGNIN_LOGS],
  ['AADManagedIdentitySignInLogs', SIGNIN_LOGS],
  ['AuditLogs', AUDIT_LOGS],
  ['AzureActivity', ACTIVITY_LOGS],
  ['AADUserRiskEvents', RISK_LOGS],
]);

/** Fields that occur together in only one kind. */
const TOGETHER: readonly (readonly [fields: readonly string[], kind: EventKind])[] = [
  [['OperationNameValue', 'CategoryValue'], ACTIVITY_LOGS],
  [['operationName.value', 'resourceProviderName.value'], ACTIVITY_LOGS],
  // As `az monitor activity-log list` gives them.
  [['operationName.value', 'eventTimestamp'], ACTIVITY_LOGS],
  [['activityDisplayName', 'loggedByService'], AUDIT_LOGS],
  [['ActivityDisplayName', 'LoggedByService'], AUDIT_LOGS],
  [['appDisplayName', 'conditionalAccessStatus', 'userPrincipalName'], SIGNIN_LOGS],
  [['AppDisplayName', 'ConditionalAccessStatus', 'UserPrincipalName'], SIGNIN_LOGS],
  [['riskEventType', 'riskLevel'], RISK_LOGS],
];

/** Alerts of Privileged Identity Management have the same field as risk detections. */
const PIM = /Alert(?:Incident|Configuration)$/;

function recognise(event: SigmaEvent): RecognisedKind | null {
  const type = textOf(event, 'riskEventType');
  if (type !== undefined && PIM.test(type)) return told(PIM_ALERTS, ['riskEventType']);
  const table = TABLES.get(textOf(event, 'Type') ?? '');
  if (table) return told(table, ['Type']);
  const category = CATEGORIES.get(textOf(event, 'category') ?? '');
  if (category && (has(event, 'operationName') || has(event, 'resourceId')))
    return told(category, ['category', 'operationName']);
  const found = TOGETHER.find(([fields]) => fields.every((name) => has(event, name)));
  return found ? told(found[1], found[0]) : null;
}

function told(kind: EventKind, because: readonly string[]): RecognisedKind {
  return { kind, product: 'azure', because };
}

export const AZURE: Schema = {
  name: 'Azure and Entra ID',
  signs: [
    'operationName',
    'OperationNameValue',
    'category',
    'Type',
    'activityDisplayName',
    'ActivityDisplayName',
    'appDisplayName',
    'AppDisplayName',
    'riskEventType',
  ],
  kinds: [SIGNIN_LOGS, AUDIT_LOGS, ACTIVITY_LOGS, RISK_LOGS, PIM_ALERTS],
  recognise,
};
