import type { awscdk } from 'projen';
import { NEWEST_CDK, NEWEST_CDK_PACKAGE, OLDEST_CDK } from './cdk-versions';

/** Tests that need the newest aws-cdk-lib: one for cdk-nag's sake, one for the feature flags of today's `cdk init`. */
const WITH_NAG = '/test/src/nag-acknowledgment.test.ts';
const WITH_ALL_FLAGS = '/test/deployment/cdk-init.test.ts';

/**
 * Tests of what knows nothing of the CDK, such as the readers of files: they go the same way with any, and are left out with
 * the newest. A test looks into what they load.
 */
const WITHOUT_CDK = [
  'bedrock/customization/data/',
  'bedrock/import/folder/',
  'bedrock/input/(?!grant-read-input|input-files|input-uri)',
  'bedrock/request-body/',
  'local-file/',
  'sagemaker/data-file/(?!data-file-notes)',
  'sagemaker/model-archive/',
  'validation/service-model/',
].map((tests) => `/test/src/${tests}`);

/** What each project of Jest sets for itself; projen sets it for the whole. */
const SET_BY_PROJECT = ['moduleNameMapper', 'testMatch', 'clearMocks', 'testPathIgnorePatterns', 'transform'];

/** The name of the Jest project of all tests, with the oldest aws-cdk-lib. */
const ALL_TESTS = `aws-cdk-lib ${OLDEST_CDK}`;

/** Tests what uses the CDK with both ends of the range of aws-cdk-lib, and all else with the oldest. */
export function addTests(project: awscdk.AwsCdkConstructLibrary): void {
  const manifest = project.tryFindObjectFile('package.json')!;
  for (const option of SET_BY_PROJECT) manifest.addDeletionOverride(`jest.${option}`);
  manifest.addOverride('jest.projects', [
    jestProject(
      ALL_TESTS,
      {},
      {
        testMatch: ['<rootDir>/test/**/*.test.ts'],
        testPathIgnorePatterns: ['/node_modules/', WITH_NAG, WITH_ALL_FLAGS],
      },
    ),
    jestProject(
      `aws-cdk-lib ${NEWEST_CDK}`,
      { '^aws-cdk-lib$': NEWEST_CDK_PACKAGE, '^aws-cdk-lib/(.*)$': `${NEWEST_CDK_PACKAGE}/$1` },
      {
        testMatch: ['<rootDir>/test/src/**/*.test.ts', `<rootDir>${WITH_ALL_FLAGS}`],
        testPathIgnorePatterns: ['/node_modules/', ...WITHOUT_CDK],
      },
    ),
  ]);

  project.testTask.reset();
  // the clients say once a process that they will stop supporting Node.js 20; the handler runs on a newer one
  project.testTask.env('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true');
  // the newest aws-cdk-lib checks every template by rules of its own, for longer than all else takes; one test does so
  project.testTask.env('CDK_VALIDATION', 'false');
  project.testTask.spawn(project.bundler.bundleTask);
  project.testTask.execArgs(['jest', '--ci'], { receiveArgs: true });
}

function jestProject(displayName: string, moduleNameMapper: object, tests: object): object {
  return {
    displayName,
    ...tests,
    clearMocks: true,
    runtime: '<rootDir>/test/jest/frugal-runtime.js',
    moduleNameMapper: { '^cdk-ml-jobs$': '<rootDir>/src', ...moduleNameMapper },
    transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json' }] },
  };
}
