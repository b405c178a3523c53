import { CreateTransformJobRequest$ } from '@aws-sdk/client-sagemaker';
import { everyProperty } from './every-transform-property';
import { membersIn, membersOf } from '../../request-members';
import { newStack } from '../../sample-job';
import { transformJob, transformProperties } from '../../sample-transform-job';

test('the properties express every member of the API, and nothing else', () => {
  const stack = newStack();
  transformJob(stack, 'Score', everyProperty(stack));
  const { Request, JobName: TransformJobName } = transformProperties(stack);
  const expressed = membersIn(CreateTransformJobRequest$, { TransformJobName, ...Request });
  expect(expressed).toEqual(membersOf(CreateTransformJobRequest$));
});
