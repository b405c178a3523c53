import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { ListExecutionsCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { everyJob } from './every-job';
import { rightsOf } from './role-statements';
import { JobEngine } from '../../src';
import { HandlerWorld } from '../lambda/handler-world';
import { createEvent, RESPONSE_URL } from '../lambda/job-events';
import { newStack } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';
import { templateOf } from '../src/template-body';

const SOURCES = path.join(__dirname, '..', '..', 'src');
const STATE_MACHINES = 'arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:stateMachine:*';
const PROPS = [
  'bedrock/customization/model-customization-job-props.ts',
  'sagemaker/training/training-job-props.ts',
  'sagemaker/transform/transform-job-props.ts',
];

describe('the history of an execution', () => {
  test('holds the request of the job and the response URL as they are', async () => {
    const sfn = mockClient(SFNClient);
    sfn.on(StartExecutionCommand).resolves({ startDate: new Date(0) });
    sfn.on(ListExecutionsCommand).resolves({ executions: [] });
    const event = createEvent({ Request: { Environment: { TOKEN: 'in clear text' } } });

    await new HandlerWorld().handle(event);

    const [call] = sfn.commandCalls(StartExecutionCommand);
    expect(JSON.parse(call.args[0].input.input!)).toMatchObject({
      event: {
        ResponseURL: RESPONSE_URL,
        ResourceProperties: { Request: { Environment: { TOKEN: 'in clear text' } } },
      },
    });
  });

  test('goes nowhere else: the state machine writes no log and no trace', () => {
    const stack = newStack();
    everyJob(stack);
    const machines = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
    expect(machines.map(({ Properties }) => Object.keys(Properties).sort())).toEqual([['DefinitionString', 'RoleArn']]);
  });

  test('is encrypted with the key of the engine, which its roles use for state machines only', () => {
    const stack = newStack();
    JobEngine.of(stack, { encryptionKey: new kms.Key(stack, 'Key') });
    everyJob(stack);
    Template.fromStack(stack).hasResourceProperties('AWS::StepFunctions::StateMachine', {
      EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY' },
    });
    // the function reads how the request before has ended
    const users: [string, string[]][] = [
      ['cdkmljobsJobEngineHandlerRole', ['kms:Decrypt']],
      ['cdkmljobsJobEngineStateMachineRole', ['kms:Decrypt', 'kms:GenerateDataKey']],
    ];
    for (const [role, actions] of users) {
      const uses = rightsOf(stack, role).filter(({ action }) => action.startsWith('kms:'));
      expect(uses.map(({ action }) => action)).toEqual(actions);
      for (const { condition } of uses) {
        expect(condition).toEqual({ ArnLike: { 'kms:EncryptionContext:aws:states:stateMachineArn': STATE_MACHINES } });
      }
    }
  });
});

describe('environment variables and hyperparameters', () => {
  test('are in the template in clear text', () => {
    const stack = newStack();
    trainingJob(stack, 'Train', {
      environment: { TOKEN: 'in the open' },
      hyperparameters: { token: 'in the open, too' },
    });
    const jobs = Object.values(templateOf(stack).Resources).filter(({ Type }) => Type.startsWith('Custom::'));
    expect(jobs.map(({ Properties }) => Properties.Request)).toMatchObject([
      { Environment: { TOKEN: 'in the open' }, HyperParameters: { token: 'in the open, too' } },
    ]);
  });

  test.each(PROPS)('are no place for secrets, as the documentation in %s says', (file) => {
    const documented = [...readFileSync(path.join(SOURCES, file), 'utf8').matchAll(PROPERTY)];
    expect(documented.length).toBeGreaterThan(0);
    for (const [, documentation] of documented) expect(documentation).toMatch(/secret/);
  });
});

/** A property with its documentation. */
const PROPERTY = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*readonly (?:environment|hyperparameters)\?:/g;
