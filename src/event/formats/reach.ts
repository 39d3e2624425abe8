/** Lines of one event are at most this far apart: beyond it, the same key means another event. */
export const REACH = 200;
