import type { IConstruct } from 'constructs';
import { requireText } from '../validation/request-check';

/** Checks the name of a SageMaker job, as all its Create calls take it. */
export function requireJobName(construct: IConstruct, name: string | undefined, member = 'jobName'): void {
  requireText(construct, member, name, {
    min: 1,
    max: 63,
    pattern: /^[a-zA-Z0-9](-*[a-zA-Z0-9])*$/,
    describe: 'letters, digits and hyphens, beginning and ending with a letter or digit',
  });
}
