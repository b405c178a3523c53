/** The most that a transform job sends in a request where the request says nothing, in MB. */
export const DEFAULT_PAYLOAD_MB = 6;
