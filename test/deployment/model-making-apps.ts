import { Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { newRehearsal, synthesize } from './deployment';
import type { Rehearsal, RehearsalOptions } from '../../rehearsal/rehearsal';
import { customizationJob } from '../src/sample-customization-job';
import { importJob } from '../src/sample-import-job';

/** How long a resource waits for its job by itself. */
const BY_ITSELF = { waitTimeout: Duration.minutes(50) };

/** Makes apps with one stack `App` and one job, which its resource waits for by itself unless `props` say otherwise. */
const appsWith =
  <Props extends { readonly waitTimeout?: Duration }>(
    make: (stack: Stack, id: string, props: Partial<Props>) => Construct,
    id: string,
  ) =>
  (props: Partial<Props> | ((stack: Stack) => Partial<Props>) = {}, tag = 'one'): string =>
    synthesize((app) => {
      const stack = new Stack(app, 'App');
      const job = make(stack, id, { ...BY_ITSELF, ...(typeof props === 'function' ? props(stack) : props) });
      Tags.of(job).add('stage', tag);
    });

/** An app with a model customization job `Tune`. */
export const tuningApp = appsWith(customizationJob, 'Tune');
/** An app with a model import job `Import`. */
export const importApp = appsWith(importJob, 'Import');

/** What has the custom model go with its job. */
export const CUSTOM_MODEL_GOES = { customModelRemovalPolicy: RemovalPolicy.DESTROY };
/** What has the imported model go with its job. */
export const IMPORTED_MODEL_GOES = { importedModelRemovalPolicy: RemovalPolicy.DESTROY };

/** What encrypts the model of a job. */
export const keyIn = (stack: Stack): Key => new Key(stack, 'Key');

/** The requests of an operation of Bedrock that had an answer. */
export const callsOf = ({ bedrock }: Rehearsal, operation: string): Record<string, unknown>[] =>
  bedrock.calls.filter((call) => call.operation === operation && call.error === undefined).map(({ input }) => input);

/** The statuses of all jobs that make models. */
export const statusesOf = ({ bedrock }: Rehearsal): string[] =>
  [...bedrock.customizationJobs, ...bedrock.importJobs].map(({ status }) => status);

/** A rehearsal in which an app has been deployed. */
export async function deployed(app: string, options: RehearsalOptions = {}): Promise<Rehearsal> {
  const rehearsal = newRehearsal(options);
  expect((await rehearsal.deploy(app)).ok).toBe(true);
  return rehearsal;
}
