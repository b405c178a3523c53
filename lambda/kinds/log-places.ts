import type { Job } from '../job-kind';

/** Says where the log of a job is that has one stream, with its name. */
export function logStream(group: string): (job: Job) => string {
  return ({ name }) => `Logs: CloudWatch Logs, log group ${group}, log stream ${name}`;
}

/** Says where the logs of a job are that has a stream for each of its instances. */
export function logStreams(group: string): (job: Job) => string {
  return ({ name }) => `Logs: CloudWatch Logs, log group ${group}, log streams that begin with ${name}/`;
}
