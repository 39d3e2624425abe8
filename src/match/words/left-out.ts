import { code, say, type Words } from '../../text';
import type { LeftOut } from '../correlate/firing';

/** Why an event that matched is not counted. */
export function leftOutWords({ reason, field }: LeftOut): Words {
  switch (reason) {
    case 'no timestamp':
      return ['no timestamp in it can be read'];
    case 'no group':
      return say`it has no ${code(field ?? '')}, so it is in no group`;
    case 'no value':
      return say`its ${code(field ?? '')} is missing or is no number`;
  }
}
