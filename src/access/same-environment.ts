import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { invalid } from '../validation/invalid';
import { isUnknown } from '../validation/unknown-value';

/** The function of another account or Region cannot be a custom resource's provider, nor run its job. */
export function requireSameEnvironment(job: Construct, engine: Construct): void {
  const [own, engines] = [Stack.of(job), Stack.of(engine)];
  const differs = (a: string, b: string) => !isUnknown(a) && !isUnknown(b) && a !== b;
  if (!differs(own.account, engines.account) && !differs(own.region, engines.region)) return;
  throw invalid(job, 'engine', `one in ${own.environment}, as the job is`, engines.environment);
}
