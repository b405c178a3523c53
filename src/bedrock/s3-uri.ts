/** What CreateModelInvocationJob takes as a URI of S3, whose path is narrower than what S3 takes as a key. */
export const S3_URI = /^s3:\/\/[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](?:\/[-!_*'().a-z0-9A-Z]+)*\/?$/;
export const LONGEST_S3_URI = 1024;
