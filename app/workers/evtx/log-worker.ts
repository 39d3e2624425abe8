import { evtxJson, evtxText } from '../../../src/event';
import { serve } from '../serve';
import type { EvtxRequests } from './protocol';

/* Reads event logs in a worker of their own, so that the page and the engine keep working. */

serve<EvtxRequests>(self, {
  read: async (file) => {
    const { text, records, problems } = evtxText(new Uint8Array(await file.arrayBuffer()));
    return { text, records, problems: problems.all, problemCount: problems.count };
  },
  json: async (file) => evtxJson(new Uint8Array(await file.arrayBuffer())),
});
