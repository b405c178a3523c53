import { awscdk, javascript } from 'projen';
import { addBundles } from './projenrc/bundles';
import { CDK_CLI, NEWEST_CDK, NEWEST_CDK_PACKAGE, OLDEST_CDK } from './projenrc/cdk-versions';
import { addCompat } from './projenrc/compat';
import { addConstraints } from './projenrc/constraints';
import { addContinuousIntegration } from './projenrc/continuous-integration';
import { addCorpus } from './projenrc/corpus';
import { addDemos } from './projenrc/demos';
import { addDocumentation } from './projenrc/documentation';
import { addHandlerChecks } from './projenrc/handler-checks';
import { FOLDERS } from './projenrc/imports';
import { addInputsTable } from './projenrc/inputs-table';
import { addInteg } from './projenrc/integ';
import { addLint } from './projenrc/lint';
import { addPackages } from './projenrc/packages';
import { addRosetta } from './projenrc/rosetta';
import { addRules } from './projenrc/rules';
import { addTests } from './projenrc/tests';
import { addTypeChecks } from './projenrc/type-checks';
import { addUnconfirmed } from './projenrc/unconfirmed';
import { addUpgrade } from './projenrc/upgrade';

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-ml-jobs',
  description:
    'Machine-learning jobs as AWS CDK constructs: cdk deploy runs them, waits for them and exposes their results',
  keywords: ['aws-cdk', 'sagemaker', 'neo', 'bedrock', 'machine-learning', 'custom-resource'],
  author: 'cdk-ml-jobs contributors',
  authorAddress: 'https://github.com/cdk-ml-jobs/cdk-ml-jobs',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk-ml-jobs/cdk-ml-jobs.git',
  license: 'Apache-2.0',
  stability: 'experimental',
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  projenrcTs: true,
  sampleCode: false,

  // nothing is published from here yet
  release: false,
  releaseToNpm: false,
  depsUpgrade: false,
  pullRequestTemplate: false,
  githubOptions: { mergify: false, pullRequestLint: false },
  buildWorkflow: false,

  cdkVersion: OLDEST_CDK,
  constructsVersion: '10.5.1',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '22.0.0',
  // each file would hold its source once more
  tsconfig: { compilerOptions: { inlineSourceMap: false, inlineSources: false } },
  publishToPypi: { distName: 'cdk-ml-jobs', module: 'cdk_ml_jobs' },
  publishToMaven: {
    javaPackage: 'io.github.cdkmljobs',
    mavenGroupId: 'io.github.cdk-ml-jobs',
    mavenArtifactId: 'cdk-ml-jobs',
  },
  publishToNuget: { packageId: 'CdkMlJobs', dotNetNamespace: 'CdkMlJobs' },
  publishToGo: { moduleName: 'github.com/cdk-ml-jobs/cdk-ml-jobs-go' },

  devDeps: [
    // what the library is bundled with: decompresses model archives, and finds the value that was meant
    'fastest-levenshtein',
    'minizlib@^3',
    // what the handler's bundle is made of
    '@aws-sdk/client-bedrock',
    '@aws-sdk/client-bedrock-agent',
    '@aws-sdk/client-sagemaker',
    '@aws-sdk/client-sfn',
    '@aws-sdk/core',
    '@aws-sdk/credential-provider-env',
    '@aws-sdk/credential-provider-http',
    '@aws-sdk/types',
    '@smithy/core',
    '@smithy/signature-v4',
    '@smithy/types',
    '@types/aws-lambda',
    // the rehearsal
    'commander@^14',
    'picocolors',
    // tests, examples and benchmarks
    'tar@^7',
    'jest-runtime@^30',
    'aws-local-stepfunctions@3.0.0',
    `aws-cdk@${CDK_CLI}`,
    `${NEWEST_CDK_PACKAGE}@npm:aws-cdk-lib@${NEWEST_CDK}`,
    // npm takes what a bundled package of aws-cdk-lib has as a peer for bundled too, and does not install it below
    '@aws-cdk/cloud-assembly-schema@^55',
    'aws-sdk-client-mock',
    // apps that a person with an account deploys: the newest of each that goes with the oldest aws-cdk-lib
    '@aws-cdk/integ-runner@2.197.10',
    '@aws-cdk/integ-tests-alpha@2.214.0-alpha.0',
    'cdk-nag@^3',
    // apps below aws-cdk-lib 2.257 have no newer one
    'cdk-nag-2@npm:cdk-nag@^2',
    'fast-check',
    'tsx',
    'yaml@^2',
    // the tables of constraints
    '@eslint-community/regexpp',
  ],

  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: {
      collectCoverage: false,
      // for what has no end: a machine with much else to do takes many times as long for each test
      testTimeout: 900_000,
      // on two cores, one of them would be left idle
      maxWorkers: '100%',
      // what a test file leaves behind makes those after it slower
      workerIdleMemoryLimit: '1GB',
    },
  },
  prettier: true,
  prettierOptions: { settings: { singleQuote: true, printWidth: 120 } },
  eslintOptions: { dirs: ['src'], devdirs: ['test', ...FOLDERS], prettier: true, fileExtensions: ['.ts'] },

  // the handler lives in lambda/, so nothing under src/ is one
  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  singletonLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  integrationTestAutoDiscover: false,
});

// a lock file without addresses is the same wherever packages come from
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
// the other interpreter of state machines, which the tests compare ours with, asks for Node.js 22
project.npmrc.addConfig('engine-strict', 'false');
project.package.addField('overrides', {
  // cdk-nag asks for a newer aws-cdk-lib than the oldest; it is only ever run with the newest
  'cdk-nag': { 'aws-cdk-lib': '$aws-cdk-lib' },
  'cdk-nag-2': { 'aws-cdk-lib': '$aws-cdk-lib' },
  // one command line of the CDK is enough
  '@aws-cdk/integ-runner': { 'aws-cdk': '$aws-cdk' },
  // later versions have optional binaries that cannot be locked on every platform
  'unrs-resolver': '1.11.1',
});

addBundles(project);
project.addPackageIgnore('/test/');
for (const folder of [...FOLDERS, 'rosetta', '.ci', 'test-reports']) project.addPackageIgnore(`/${folder}/`);
addTypeChecks(project);
addTests(project);
addLint(project);
addRosetta(project);
addDemos(project);
addPackages(project);
const constraints = addConstraints(project);
addUpgrade(project);
addUnconfirmed(project);
addInputsTable(project);
addDocumentation(project);
addHandlerChecks(project);
addCorpus(project);
addContinuousIntegration(project, [constraints, addCompat(project), addInteg(project)], addRules(project));

project.synth();
