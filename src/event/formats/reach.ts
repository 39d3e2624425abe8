/** Lines of one event stand at most this far apart: what is further on with the same key is another event. */
export const REACH = 200;
