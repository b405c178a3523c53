import { Execution } from './execution';
import { arnOf, Clock, FakeJobKind } from './fake-job-kind';
import { createEvent, jobProperties, updateEvent } from './job-events';
import { specOf } from '../../lambda/job-spec';
import type { JobProperties } from '../../src/contract';

type Properties = Partial<JobProperties>;

/** A request for a job. */
export const A: Properties = {};
/** A request for another one. */
export const B: Properties = { Request: { Model: 's3://models/2.tar.gz' } };
export const SPEC_TAG = 'cdk-ml-jobs:spec';

/** A service without jobs, and requests of CloudFormation that are carried out with it. */
export function ensuredJobs() {
  const clock = new Clock();
  const kind = new FakeJobKind(clock);
  const specFor = (properties: Properties) => specOf(kind, createEvent(properties), jobProperties(properties));
  return {
    clock,
    kind,
    specFor,
    nameOf: (properties: Properties, attempt = 1) => specFor(properties).nameOf(attempt),
    create: (properties: Properties = A) => new Execution(createEvent(properties), kind, clock),
    update: (id: string, from: Properties, to: Properties) => new Execution(updateEvent(id, from, to), kind, clock),
    secondsOf: async (work: () => Promise<unknown>) => {
      const start = clock.now.getTime();
      await work();
      return (clock.now.getTime() - start) / 1000;
    },
  };
}

/** The answer that hands on the results of a job. */
export function succeeded(name: string): object {
  return {
    Status: 'SUCCESS',
    PhysicalResourceId: arnOf(name),
    Data: { JobArn: arnOf(name), JobStatus: 'completed', Result: `s3://results/${name}` },
  };
}
