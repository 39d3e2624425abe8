import type { Schema } from '../schema';
import { CROWDSTRIKE } from './crowdstrike';
import { DEFENDER } from './defender';
import { ECS } from './ecs';
import { OCSF } from './ocsf';
import { SPLUNK } from './splunk';

/** The schemas that are known, each tried in this order on events that no channel, provider or field of Windows tells. */
export const SCHEMAS: readonly Schema[] = [DEFENDER, CROWDSTRIKE, OCSF, ECS, SPLUNK];
