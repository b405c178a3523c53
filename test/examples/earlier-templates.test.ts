import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { BatchInferenceStack } from '../../examples/batch-inference/batch-inference-stack';
import { CompileAndHostStack } from '../../examples/compile-and-host/compile-and-host-stack';
import { TrainCompileHostStack } from '../../examples/train-compile-host/train-compile-host-stack';

type Template = {
  readonly Resources: { readonly [id: string]: { readonly Type: string; readonly Properties?: object } };
};

/** The template of a stack, without the name of what differs with every version of the handler: its code. */
const templateOf = (make: (app: App) => Stack): unknown => {
  const app = new App();
  const { stackName } = make(app);
  const template = app.synth().getStackByName(stackName).template as Template;
  const [code] = Object.values(template.Resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties }) => (Properties as { readonly Code: { readonly S3Key: string } }).Code.S3Key);
  return JSON.parse(JSON.stringify(template).replaceAll(code.replace('.zip', ''), '<handler>'));
};

/** Templates that were made before the library had tuning and customization jobs: nobody's stack changes with a new kind. */
test.each([
  ['batch-inference', (app: App) => new BatchInferenceStack(app, 'BatchInference')],
  ['compile-and-host', (app: App) => new CompileAndHostStack(app, 'CompileAndHost')],
  ['train-compile-host', (app: App) => new TrainCompileHostStack(app, 'TrainCompileHost')],
])('the template of %s differs in nothing but the code of the handler', (name, make) => {
  const file = join(__dirname, 'earlier-templates', `${name}.json`);
  expect(templateOf(make)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
