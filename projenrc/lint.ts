import type { awscdk } from 'projen';
import { FOLDERS, type ImportZone, importZones } from './imports';

/** Imports within src/ and simulation/ that ESLint alone refuses: to the compiler, a folder is one project. */
const FINER_ZONES: readonly ImportZone[] = [
  // two patterns, because no single one matches every file except handler-under-test.ts
  ...['./simulation/!(handler-under-test).ts', './simulation/*/**'].map((target) => ({
    target,
    from: ['./src', './lambda'],
    message: 'the simulation knows the handler through handler-under-test.ts only',
  })),
  {
    target: './src/contract.ts',
    from: './src',
    except: ['./job-attributes.ts', './run-metric.ts', './validation/service-model/job-facts.ts'],
    message:
      "the contract hands on the facts of the services' models, the attributes of jobs and the metrics, and needs nothing else",
  },
  { target: './src/sagemaker', from: './src/bedrock', message: 'the services do not know each other' },
  { target: './src/bedrock', from: './src/sagemaker', message: 'the services do not know each other' },
  ...['./src/!(index).ts', './src/access', './src/engine', './src/job', './src/watching'].map((target) => ({
    target,
    from: ['./src/sagemaker', './src/bedrock'],
    message: 'no part knows a service',
  })),
  {
    target: './src/validation',
    from: './src',
    except: ['./validation'],
    message: 'src/validation/ may import nothing from the rest of src/',
  },
];

/** The files directly in lambda/ that may import the SDK. The kinds of jobs may, too: they are in a folder below. */
const FILES_WITH_SDK = [
  'function-credentials',
  'index',
  'handler',
  'start-execution',
  'state-machine-executions',
  's3-object-store',
];

/** The files of src/ that import packages which the library is bundled with: what they use of them is part of it. */
const FILES_WITH_BUNDLED_PACKAGES = [
  'src/sagemaker/model-archive/archive-entries.ts',
  'src/sagemaker/model-archive/gunzip-file.ts',
  'src/validation/enum-check.ts',
  'src/validation/member-slip.ts',
];

/** What ESLint refuses beyond projen's rules, and the tasks that lint. */
export function addLint(project: awscdk.AwsCdkConstructLibrary): void {
  const eslint = project.eslint!;
  eslint.addRules({
    // what the examples import is the library itself
    'import/no-unresolved': ['error', { ignore: ['^cdk-ml-jobs$'] }],
    'import/no-restricted-paths': ['error', { zones: [...importZones(), ...FINER_ZONES] }],
  });
  eslint.addOverride({
    files: ['src/contract.ts', 'src/job-attributes.ts'],
    // no package, and of src/ what the zone above allows
    rules: { 'no-restricted-imports': ['error', { patterns: ['aws-cdk-lib', 'constructs', 'node:*', '@*'] }] },
  });
  eslint.addOverride({
    files: ['lambda/*.ts'],
    excludedFiles: FILES_WITH_SDK.map((file) => `lambda/${file}.ts`),
    rules: { 'no-restricted-imports': ['error', { patterns: ['@aws-sdk/*'] }] },
  });
  eslint.addOverride({
    files: [...FILES_WITH_BUNDLED_PACKAGES, ...[...FOLDERS, 'test'].map((folder) => `${folder}/**/*.ts`)],
    rules: { 'import/no-extraneous-dependencies': ['error', { devDependencies: true }] },
  });

  const env = { ESLINT_USE_FLAT_CONFIG: 'false', NODE_NO_WARNINGS: '1' };
  const lint = project.addTask('lint', { description: 'Lint without changing anything', env });
  // each folder is a program of its own to the compiler: all of them at once, as projen's task has them, take more
  // memory than a process may have
  project.removeTask('eslint');
  const fix = project.addTask('eslint', { description: 'Lint, and mend what can be mended', env });
  const half = FOLDERS.length / 2;
  for (const linted of [
    ['test'],
    ['src', ...FOLDERS.slice(0, half)],
    [...FOLDERS.slice(half), 'projenrc', '.projenrc.ts'],
  ]) {
    lint.execArgs(['eslint', '--ext', '.ts', '--max-warnings', '0', ...linted]);
    fix.execArgs(['eslint', '--ext', '.ts', '--fix', ...linted]);
  }
}
