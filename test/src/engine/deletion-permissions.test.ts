import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { JobEngine } from '../../../src';
import { flatten } from '../policy-statements';
import { customizationJob } from '../sample-customization-job';
import { importJob } from '../sample-import-job';
import { compilationJob, newStack } from '../sample-job';
import { looseEnds, templateOf } from '../template-body';

const CUSTOM_MODEL_GOES = { customModelRemovalPolicy: RemovalPolicy.DESTROY };
const MODELS = 'arn:<AWS::Partition>:bedrock:<AWS::Region>:<AWS::AccountId>';
/** More roles than the handler's role has room for the ARNs of. */
const TOO_MANY = 200;

interface PolicyDocument {
  readonly Statement: readonly { readonly Action: string | string[]; readonly Resource: unknown }[];
}

/** What deletes models in a stack: the type of the policy, the models, and the jobs that come after it. */
function deletionsIn(stack: Stack): { type: string; models: string[]; jobs: string[] }[] {
  const resources = Object.entries(templateOf(stack).Resources);
  return resources.flatMap(([id, { Type, Properties }]) => {
    const { Statement } = (Properties?.PolicyDocument ?? { Statement: [] }) as PolicyDocument;
    const deleting = Statement.filter(({ Action }) => /Delete(Custom|Imported)Model$/.test([Action].flat().join()));
    const after = resources.filter(([, { DependsOn = [] }]) => [DependsOn].flat().includes(id));
    return deleting.map(({ Action, Resource }) => ({
      type: Type,
      models: [Action, Resource].map(flatten),
      jobs: after.map(([job]) => job.replace(/[0-9A-F]{8}$/, '')),
    }));
  });
}

describe('what deletes the models of jobs', () => {
  test('is in a policy of its own, once for a kind, which these jobs come after, and no others', () => {
    const stack = newStack();
    customizationJob(stack, 'One', CUSTOM_MODEL_GOES);
    customizationJob(stack, 'Two', CUSTOM_MODEL_GOES);
    customizationJob(stack, 'Kept');
    importJob(stack, 'Import', { importedModelRemovalPolicy: RemovalPolicy.DESTROY });

    expect(deletionsIn(stack)).toEqual([
      {
        type: 'AWS::IAM::Policy',
        models: ['bedrock:DeleteCustomModel', `${MODELS}:custom-model/*`],
        jobs: ['One', 'Two'],
      },
      {
        type: 'AWS::IAM::Policy',
        models: ['bedrock:DeleteImportedModel', `${MODELS}:imported-model/*`],
        jobs: ['Import'],
      },
    ]);
  });

  test('is nowhere where no model goes', () => {
    const stack = newStack();
    customizationJob(stack, 'Kept');

    expect(deletionsIn(stack)).toEqual([]);
  });

  test('is in the stack of the job where the engine is in another', () => {
    const app = new App();
    const [shared, stack] = ['Shared', 'Jobs'].map((id) => new Stack(app, id));
    const engine = new JobEngine(shared, 'Engine');
    customizationJob(stack, 'Tune', { ...CUSTOM_MODEL_GOES, engine });

    expect(deletionsIn(stack)).toEqual([expect.objectContaining({ type: 'AWS::IAM::Policy', jobs: ['Tune'] })]);
    expect(deletionsIn(shared)).toEqual([]);
    expect(looseEnds(templateOf(stack))).toEqual([]);
  });

  test('is in a managed policy where the role has no more room', () => {
    const stack = newStack();
    for (let index = 0; index < TOO_MANY; index += 1) {
      const role = iam.Role.fromRoleArn(stack, `Role${index}`, `arn:aws:iam::111122223333:role/penguins-${index}`);
      compilationJob(stack, `Compile${index}`, { role, stackOutputs: false });
    }
    customizationJob(stack, 'One', CUSTOM_MODEL_GOES);
    customizationJob(stack, 'Two', CUSTOM_MODEL_GOES);

    expect(deletionsIn(stack)).toEqual([
      expect.objectContaining({ type: 'AWS::IAM::ManagedPolicy', jobs: expect.arrayContaining(['One', 'Two']) }),
    ]);
  });
});
