import { awscdk, javascript } from 'projen';

/** The oldest aws-cdk-lib that the library compiles and passes its tests with. */
const OLDEST_CDK = '2.174.0';
/** The newest aws-cdk-lib that the pinned aws-cdk CLI reads: the other end of the range that the tests cover. */
const NEWEST_CDK = '2.275.0';
const CDK_CLI = '2.1148.1';

/** The name under which the newest aws-cdk-lib is installed beside the oldest. */
const NEWEST = 'aws-cdk-lib-newest';

/** Folders of TypeScript besides src/: each is type-checked on its own, against the imports it is allowed. */
const FOLDERS = ['lambda', 'rehearsal', 'simulation', 'examples', 'bench', 'scripts'];

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
  minNodeVersion: '20.0.0',
  publishToPypi: { distName: 'cdk-ml-jobs', module: 'cdk_ml_jobs' },
  publishToMaven: {
    javaPackage: 'io.github.cdkmljobs',
    mavenGroupId: 'io.github.cdk-ml-jobs',
    mavenArtifactId: 'cdk-ml-jobs',
  },
  publishToGo: { moduleName: 'github.com/cdk-ml-jobs/cdk-ml-jobs-go' },

  // at synthesis: reads model archives, and finds the value that was meant
  bundledDeps: ['fastest-levenshtein', 'minizlib@^3', 'tar@^7'],
  devDeps: [
    // what the handler's bundle is made of
    '@aws-sdk/client-bedrock',
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
    `${NEWEST}@npm:aws-cdk-lib@${NEWEST_CDK}`,
    // npm takes what a bundled package of aws-cdk-lib has as a peer for bundled too, and does not install it below
    '@aws-cdk/cloud-assembly-schema@^55',
    'aws-sdk-client-mock',
    'cdk-nag@^3',
    'tsx',
    // the tables of constraints
    '@eslint-community/regexpp',
  ],

  jestOptions: {
    jestVersion: '^30',
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    jestConfig: {
      collectCoverage: false,
      // a rehearsed deployment takes seconds, and two cores run several at once
      testTimeout: 60_000,
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

// ---------------------------------------------------------------- npm

// a lock file without addresses is the same wherever packages come from
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');
// the interpreter of state machines asks for Node.js 22; what it lacks on 20 the rehearsal gives it
project.npmrc.addConfig('engine-strict', 'false');

// ---------------------------------------------------------------- bundles

const bundle = (entry: string, options: { target: string; minify?: boolean; externals?: string[] }) =>
  project.bundler.addBundle(entry, {
    platform: 'node',
    format: 'cjs',
    watchTask: false,
    // the "module" entry points are the ones that can be tree-shaken
    esbuildArgs: { '--main-fields': 'module,main', '--log-level': 'warning' },
    ...options,
  });
bundle('lambda/index.ts', { target: 'node24', minify: true });
bundle('rehearsal/cli.ts', { target: 'node20' });
bundle('rehearsal/lambda/function-runtime.ts', { target: 'node20' });
// the interpreter could call Lambda functions in AWS; without the SDK it cannot
bundle('rehearsal/step-functions/asl-interpreter.ts', { target: 'node20', externals: ['@aws-sdk/*'] });

// the program that rehearses is part of the package
project.addBins({ 'cdk-ml-jobs': 'assets/rehearsal/cli/index.js' });
project.addPackageIgnore('/test/');
for (const folder of [...FOLDERS, 'rosetta', '.ci', 'test-reports']) project.addPackageIgnore(`/${folder}/`);

// ---------------------------------------------------------------- type checks

// Neither esbuild nor ts-jest nor tsx checks types. A composite project refuses imports of files that are not its own:
// lambda/ gets at the contract and nothing else of src/, rehearsal/ at neither.
const typecheck = project.addTask('typecheck', { description: 'Type-check every folder against what it may import' });
typecheck.execArgs(['tsc', '-p', 'test/tsconfig.json']);
// the examples, which are tested too, import the library by its name
project.tryFindObjectFile('test/tsconfig.json')!.addOverride('compilerOptions.paths', { 'cdk-ml-jobs': ['../src'] });
const typecheckFolder = (
  folder: string,
  include: string[],
  compilerOptions: javascript.TypeScriptCompilerOptions = {},
) => {
  new javascript.TypescriptConfig(project, {
    fileName: `${folder}/tsconfig.json`,
    extends: javascript.TypescriptConfigExtends.fromTypescriptConfigs([project.tsconfig!]),
    include: ['**/*.ts', ...include],
    compilerOptions: { noEmit: true, rootDir: '..', ...compilerOptions },
  }).file.addOverride('compilerOptions.composite', true);
  typecheck.execArgs(['tsc', '-p', `${folder}/tsconfig.json`]);
};
const library = { paths: { 'cdk-ml-jobs': ['../src'] } };
new javascript.TypescriptConfig(project, {
  fileName: 'test/newest-cdk/tsconfig.json',
  extends: javascript.TypescriptConfigExtends.fromPaths(['../../tsconfig.json']),
  include: ['../../src/**/*.ts'],
  compilerOptions: {
    noEmit: true,
    rootDir: '../..',
    paths: {
      'aws-cdk-lib': [`../../node_modules/${NEWEST}`],
      'aws-cdk-lib/*': [`../../node_modules/${NEWEST}/*`],
    },
  },
});
typecheck.execArgs(['tsc', '-p', 'test/newest-cdk/tsconfig.json']);
typecheckFolder('lambda', ['../src/contract.ts']);
typecheckFolder('rehearsal', ['../src/validation/service-model/*.ts', '../src/validation/service-model/*.json']);
typecheckFolder('simulation', ['../lambda/**/*.ts', '../src/contract.ts', '../src/tick-loop.ts']);
typecheckFolder('examples', ['../src/**/*.ts', '../src/**/*.json'], library);
typecheckFolder(
  'bench',
  ['../src/**/*.ts', '../src/**/*.json', '../rehearsal/**/*.ts', '../simulation/**/*.ts', '../lambda/**/*.ts'],
  library,
);
typecheckFolder(
  'scripts',
  [
    '../src/**/*.ts',
    '../src/**/*.json',
    '../test/src/validation/constraints/*.ts',
    '../simulation/**/*.ts',
    '../lambda/**/*.ts',
  ],
  library,
);
project.addGitIgnore('*.tsbuildinfo');

// ---------------------------------------------------------------- tests and lint

// The constructs are tested with both ends of the range of aws-cdk-lib, all else with the oldest. cdk-nag needs the newest.
const jestProject = (displayName: string, moduleNameMapper: object, tests: object) => ({
  displayName,
  ...tests,
  clearMocks: true,
  moduleNameMapper: { '^cdk-ml-jobs$': '<rootDir>/src', ...moduleNameMapper },
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json' }] },
});
const withNag = '/test/src/nag-acknowledgment.test.ts';
const jestConfig = project.tryFindObjectFile('package.json')!;
for (const option of ['moduleNameMapper', 'testMatch', 'clearMocks', 'testPathIgnorePatterns', 'transform']) {
  jestConfig.addDeletionOverride(`jest.${option}`);
}
jestConfig.addOverride('jest.projects', [
  jestProject(
    `aws-cdk-lib ${OLDEST_CDK}`,
    {},
    { testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: ['/node_modules/', withNag] },
  ),
  jestProject(
    `aws-cdk-lib ${NEWEST_CDK}`,
    { '^aws-cdk-lib$': NEWEST, '^aws-cdk-lib/(.*)$': `${NEWEST}/$1` },
    { testMatch: ['<rootDir>/test/src/**/*.test.ts'] },
  ),
]);
project.package.addField('overrides', {
  // cdk-nag asks for a newer aws-cdk-lib than the oldest; it is only ever run with the newest
  'cdk-nag': { 'aws-cdk-lib': '$aws-cdk-lib' },
  // later versions have optional binaries that cannot be locked on every platform
  'unrs-resolver': '1.11.1',
});

project.testTask.reset();
// the clients say once a process that they will stop supporting Node.js 20; the handler runs on a newer one
project.testTask.env('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true');
project.testTask.spawn(project.bundler.bundleTask);
project.testTask.execArgs(['jest', '--ci'], { receiveArgs: true });

const lint = project.addTask('lint', {
  description: 'Lint without changing anything',
  env: { ESLINT_USE_FLAT_CONFIG: 'false', NODE_NO_WARNINGS: '1' },
});
lint.execArgs(['eslint', '--ext', '.ts', '--max-warnings', '0', 'src', 'test', ...FOLDERS, '.projenrc.ts']);

const from = (...folders: string[]) => folders.map((folder) => `./${folder}`);
project.eslint!.addRules({
  // what the examples import is the library itself
  'import/no-unresolved': ['error', { ignore: ['^cdk-ml-jobs$'] }],
  'import/no-restricted-paths': [
    'error',
    {
      zones: [
        {
          target: './lambda',
          from: './src',
          except: ['./contract.ts'],
          message: 'the handler knows the contract only',
        },
        { target: './lambda', from: from('rehearsal', 'simulation', 'test', 'examples', 'bench', 'scripts') },
        { target: './src', from: from('lambda', 'rehearsal', 'simulation', 'test', 'examples', 'bench', 'scripts') },
        {
          target: './rehearsal',
          from: './src',
          except: ['./validation/service-model'],
          message: 'a rehearsal knows cloud assemblies, and what the services say of their requests',
        },
        { target: './rehearsal', from: './lambda', message: 'a rehearsal runs bundles' },
        { target: './rehearsal', from: from('simulation', 'test', 'examples', 'bench', 'scripts') },
        {
          target: './simulation/!(handler-under-test).ts',
          from: from('src', 'lambda'),
          message: 'the simulation knows the handler through handler-under-test.ts only',
        },
        {
          target: './simulation/*/**',
          from: from('src', 'lambda'),
          message: 'the simulation knows the handler through handler-under-test.ts only',
        },
        { target: './simulation', from: from('rehearsal', 'test', 'examples', 'bench', 'scripts') },
        { target: './src/sagemaker', from: './src/bedrock', message: 'the services do not know each other' },
        { target: './src/bedrock', from: './src/sagemaker', message: 'the services do not know each other' },
        { target: './src/!(index).ts', from: from('src/sagemaker', 'src/bedrock'), message: 'no part knows a service' },
        { target: './src/validation', from: './src', except: ['./validation'] },
      ],
    },
  ],
});
project.eslint!.addOverride({
  files: ['src/contract.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns: ['*'] }] },
});
project.eslint!.addOverride({
  files: ['lambda/*.ts'],
  excludedFiles: ['index', 'handler', 'start-execution', 'carried-request'].map((file) => `lambda/${file}.ts`),
  rules: { 'no-restricted-imports': ['error', { patterns: ['@aws-sdk/*'] }] },
});
project.eslint!.addOverride({
  files: [...FOLDERS.map((folder) => `${folder}/**/*.ts`), 'test/**/*.ts'],
  rules: { 'import/no-extraneous-dependencies': ['error', { devDependencies: true }] },
});

// ---------------------------------------------------------------- documentation

// every @example and every block of the README must compile
const rosetta = project.addTask('rosetta', { description: 'Compile the code in README.md and in the doc comments' });
rosetta.execArgs(['jsii-rosetta', 'extract', '--strict']);
project.postCompileTask.prependSpawn(rosetta);
project.addGitIgnore('.jsii.tabl.json');
project.addPackageIgnore('.jsii.tabl.json');

// ---------------------------------------------------------------- demo, benchmarks, continuous integration

const rehearse = (task: string, example: string) => {
  const demo = project.addTask(task, { description: `Rehearse a deployment of ${example}, without an AWS account` });
  demo.spawn(project.bundler.bundleTask);
  demo.execArgs(['tsx', '--tsconfig', 'examples/tsconfig.json', `${example}/app.ts`], {
    env: { CDK_OUTDIR: `${example}/cdk.out` },
  });
  const output = ['--output', `${example}/output`];
  demo.execArgs(['node', 'assets/rehearsal/cli/index.js', 'rehearse', `${example}/cdk.out`, ...output], {
    receiveArgs: true,
  });
};
rehearse('demo', 'examples/compile-and-host');
rehearse('demo:batch', 'examples/batch-inference');
rehearse('demo:pipeline', 'examples/train-compile-host');
project.addGitIgnore('/examples/*/output/');
project.addGitIgnore('cdk.out');

const script = (file: string) => ['tsx', '--tsconfig', 'scripts/tsconfig.json', `scripts/${file}`];
project
  .addTask('constraints:update', {
    description: "Write the tables of constraints anew, from the newest models of the services or a version's",
  })
  .execArgs(script('update-constraints.ts'), { receiveArgs: true });
const constraints = project.addTask('constraints', {
  description: 'Test every constraint of the tables, and print how many there are and how many are tested',
});
constraints.execArgs(script('constraints.ts'));
const constraintPage = project.addTask('constraints:page', { description: 'Write CONSTRAINTS.md from the tables' });
constraintPage.execArgs(script('constraint-page.ts'));
project.postCompileTask.spawn(constraintPage);

const permissions = project.addTask('permissions', {
  description: 'Take each statement out of every generated policy, and say whether a rehearsal fails without it',
  env: { EVERY_STATEMENT: 'true' },
});
permissions.spawn(project.bundler.bundleTask);
permissions.execArgs(
  ['jest', '--ci', '--verbose', 'test/deployment/permissions', '--selectProjects', `aws-cdk-lib ${OLDEST_CDK}`],
  { receiveArgs: true },
);

const audit = project.addTask('audit', {
  description: 'Audit the packages, their licences and the bundles, as far as the registry allows',
});
audit.spawn(project.bundler.bundleTask);
audit.execArgs(script('audit.ts'));

const mutate = project.addTask('mutate', {
  description: 'Make deliberate defects in the handler, one at a time, and say whether each is noticed',
});
mutate.execArgs(script('mutation-check.ts'), { receiveArgs: true });

const simulate = project.addTask('simulate', {
  description: 'Try all that can go wrong in the life of a job, and say whether anything is lost',
});
// hundreds of thousands of runs: what tsx adds to every function would be a quarter of the time
const simulation = 'simulation/.bundle/simulate.js';
simulate.execArgs([
  ...['esbuild', '--bundle', '--platform=node', '--main-fields=module,main', '--log-level=warning'],
  ...[`--outfile=${simulation}`, 'simulation/simulate.ts'],
]);
simulate.execArgs(['node', simulation], { receiveArgs: true });
project.addGitIgnore('/simulation/.bundle/');

const bench = project.addTask('bench', { description: 'Measure sizes and times beside a peer' });
bench.spawn(project.bundler.bundleTask);
bench.execArgs(['tsx', '--tsconfig', 'bench/tsconfig.json', 'bench/bench.ts'], { receiveArgs: true });

const ci = project.addTask('ci', { description: 'What continuous integration checks besides the tests' });
ci.spawn(lint);
ci.spawn(typecheck);
ci.spawn(project.compileTask);
ci.spawn(project.postCompileTask);
ci.spawn(constraints);
ci.spawn(audit);
ci.execArgs(['bash', 'scripts/package-languages.sh']);
ci.spawn(bench, { args: ['--short'] });

project.synth();
