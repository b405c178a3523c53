import { join } from 'node:path';
import { App, type Environment, type Stack, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import * as ts from 'typescript';
import { exampleModule, isProgram } from './example-module';
import { type Block, ROOT } from './page';

/** The files that examples name, and the ones of the repository that are taken for them. */
export const SAMPLE_FILES: { readonly [name: string]: string } = {
  manuals: 'examples/knowledge-base/documents',
  'model.tar.gz': 'examples/compile-and-host/model/model.tar.gz',
  'records.jsonl': 'examples/batch-inference/records.jsonl',
  'train.jsonl': 'examples/customize-and-ask/train.jsonl',
  trainer: 'test/deployment/image',
  'validation.csv': 'examples/train-compile-host/data/validation.csv',
};

/** What the module of an example exports. */
interface ExampleExports {
  readonly app?: App;
  readonly Fixture?: new (scope: Construct, id: string) => Stack;
}

/** How the modules are loaded that an example imports. */
export type Load = (id: string) => unknown;

/** Synthesizes an app with a stack for each example, called `Example1` and so on, and returns its folder. */
export function synthesizeExamples(examples: readonly Block[], outdir: string, load: Load): string {
  const app = new App({ outdir });
  examples.forEach((example, index) => new (run(example, load).Fixture!)(app, `Example${index + 1}`));
  return app.synth().directory;
}

/** Synthesizes an example in a stage whose stacks are in an environment: what depends on a Region is checked then. */
export function synthesizeExampleIn(env: Environment, example: Block, load: Load): void {
  const app = new App();
  new (run(example, load).Fixture!)(new Stage(app, 'Stage', { env }), 'App');
  app.synth();
}

/** Synthesizes an example by itself, and returns the folder: the app of a program, or one with a stack called `App`. */
export function synthesizeExample(example: Block, load: Load): string {
  const { app = new App(), Fixture } = run(example, load);
  if (!isProgram(example)) new Fixture!(app, 'App');
  return app.synth().directory;
}

function run(example: Block, load: Load): ExampleExports {
  const code = Object.entries(SAMPLE_FILES).reduce(
    (text, [name, file]) =>
      text.replace(new RegExp(`(\\.(?:fromAsset|asset)\\()'${name}'`, 'g'), `$1${JSON.stringify(join(ROOT, file))}`),
    exampleModule(example, 'made'),
  );
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const module = { exports: {} as ExampleExports };
  new Function('require', 'module', 'exports', outputText)(load, module, module.exports);
  return module.exports;
}
