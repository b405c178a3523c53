import { awscdk, javascript, TextFile } from 'projen';

/** The oldest aws-cdk-lib that the library compiles and passes its tests with. */
const OLDEST_CDK = '2.257.0';
/** The newest aws-cdk-lib that the pinned aws-cdk CLI reads; `.ci/run` tests this end of the range too. */
const NEWEST_CDK = '2.275.0';
const CDK_CLI = '2.1148.1';

/** Folders of TypeScript besides src/: each is type-checked on its own, against the imports it is allowed. */
const FOLDERS = ['lambda', 'rehearsal', 'examples', 'bench', 'scripts'];

const project = new awscdk.AwsCdkConstructLibrary({
  name: 'cdk-ml-jobs',
  description: 'Machine-learning jobs as AWS CDK constructs: cdk deploy runs them, waits for them and exposes their results',
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

  // nothing is published from here yet, and a release workflow would name a registry's host
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
  minNodeVersion: '20.0.0',
  publishToPypi: { distName: 'cdk-ml-jobs', module: 'cdk_ml_jobs' },
  publishToMaven: {
    javaPackage: 'io.github.cdkmljobs',
    mavenGroupId: 'io.github.cdk-ml-jobs',
    mavenArtifactId: 'cdk-ml-jobs',
  },
  publishToGo: { moduleName: 'github.com/cdk-ml-jobs/cdk-ml-jobs-go' },

  devDeps: [
    // what the handler's bundle is made of
    '@aws-sdk/client-sagemaker',
    '@aws-sdk/client-sfn',
    '@smithy/core',
    '@types/aws-lambda',
    // the rehearsal
    'aws-local-stepfunctions@3.0.0',
    'cli-progress',
    '@types/cli-progress',
    'commander@^14',
    'picocolors',
    // tests, examples and benchmarks
    `aws-cdk@${CDK_CLI}`,
    'aws-sdk-client-mock',
    'cdk-nag@^3',
    'tsx',
  ],

  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: { moduleNameMapper: { '^cdk-ml-jobs$': '<rootDir>/src' } },
  },
  prettier: true,
  prettierOptions: { settings: { singleQuote: true, printWidth: 120 } },
  eslintOptions: { dirs: ['src'], devdirs: ['test', ...FOLDERS], prettier: true },

  // the handler lives in lambda/, so nothing under src/ is one
  lambdaAutoDiscover: false,
  edgeLambdaAutoDiscover: false,
  singletonLambdaAutoDiscover: false,
  lambdaExtensionAutoDiscover: false,
  integrationTestAutoDiscover: false,
});

// ---------------------------------------------------------------- settings of npm

// a lock file without addresses works with every registry and mirror
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');

// ---------------------------------------------------------------- bundles

// the "module" entry points are the ones that can be tree-shaken
const esbuildArgs = { '--main-fields': 'module,main' };
const bundle = (entry: string, options: Partial<awscdk.AwsCdkConstructLibraryOptions> & { target: string; minify: boolean; externals?: string[] }) =>
  project.bundler.addBundle(entry, { platform: 'node', format: 'cjs', watchTask: false, esbuildArgs, ...options });
bundle('lambda/index.ts', { target: 'node24', minify: true });
bundle('rehearsal/cli.ts', { target: 'node20', minify: false });
bundle('rehearsal/lambda/function-runtime.ts', { target: 'node20', minify: false });
// the interpreter can call Lambda functions in AWS; without the clients it cannot
bundle('rehearsal/step-functions/asl-interpreter.ts', { target: 'node20', minify: false, externals: ['@aws-sdk/*'] });

project.synth();
void TextFile; void NEWEST_CDK;
