import { isObject, type JsonObject } from '../../json';

/*
 * Files for Elasticsearch's and OpenSearch's bulk requests: above each event stands a line that says what is done with it,
 * `{"index":{"_index":"logs"}}`.
 */

const ACTIONS: ReadonlySet<string> = new Set(['index', 'create', 'update', 'delete']);
/** What such a line says besides. */
const OF_ACTION =
  /^(?:_?(?:index|id|type|routing|parent|version|version_type|retry_on_conflict)|if_seq_no|if_primary_term|pipeline|require_alias|require_data_stream|list_executed_pipelines|dynamic_templates)$/;

/** True for an object that says what a bulk request does with the event below it. Cheap, because it is asked of every event. */
export function isBulkAction(root: JsonObject): boolean {
  const action = root.index ?? root.create ?? root.update ?? root.delete;
  if (!isObject(action)) return false;
  const names = Object.keys(root);
  return (
    names.length === 1 && ACTIONS.has(names[0]!) && Object.keys(action).every((name) => OF_ACTION.test(name))
  );
}
