export { count } from '../../src/text';
