/** The most that a transform job sends in a request where the request says nothing, in MB. */
export const DEFAULT_PAYLOAD_MB = 6;
/** The most that one may say, in MB. */
export const MOST_PAYLOAD_MB = 100;
