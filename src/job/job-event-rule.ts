import * as events from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { JobEvents } from './job-definition';
import { requireOptions } from '../validation/property-check';

/** In which statuses services say that a job has ended well, and otherwise. */
export const COMPLETED: readonly string[] = ['Completed'];
export const FAILED: readonly string[] = ['Failed', 'Stopped'];

/** Which events of a job a rule is for. */
export interface JobEventRuleProps {
  readonly events: JobEvents;
  /** The name of the job, or what the names of its attempts begin with. */
  readonly names: string | { readonly prefix: string };
  /** @default - all */
  readonly statuses?: readonly string[];
}

/** A rule for changes of a job's state. The job is known by its name, so that the rule can be there before the job is. */
export function jobEventRule(
  job: Construct,
  id: string,
  options: events.OnEventOptions,
  { events: { source, detailType, name, status }, names, statuses }: JobEventRuleProps,
): events.Rule {
  requireOptions(job, 'options', options, { required: true });
  const rule = new events.Rule(job, id, options);
  rule.addEventPattern({
    source: [source],
    detailType: [detailType],
    detail: { [name]: [names], ...(statuses && { [status]: statuses }) },
  });
  rule.addTarget(options.target);
  return rule;
}
