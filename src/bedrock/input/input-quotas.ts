/** How many records a job takes at least: the quota of most models; that of a few is lower. */
export const MINIMUM_RECORDS = 100;

/** How many GB the input of a job may have: the quota of most models; that of a few is higher. */
export const LARGEST_INPUT_GIB = 5;
