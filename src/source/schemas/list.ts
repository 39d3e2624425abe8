import type { Schema } from '../schema';
import { CROWDSTRIKE } from './crowdstrike';
import { DEFENDER } from './defender';

/** The schemas that are known, each tried in this order on events that no channel, provider or field of Windows tells. */
export const SCHEMAS: readonly Schema[] = [DEFENDER, CROWDSTRIKE];
