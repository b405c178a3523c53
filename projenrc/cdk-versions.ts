/**
 * The oldest aws-cdk-lib that the library compiles and passes its tests with: those of 2025-11-24 and newer have
 * modules for Go in which all its types are. Which of those modules compile, scripts/package-go.sh says.
 */
export const OLDEST_CDK = '2.230.0';

/** The newest aws-cdk-lib that the pinned aws-cdk CLI reads: the other end of the range that the tests cover. */
export const NEWEST_CDK = '2.276.0';

/** The name under which the newest aws-cdk-lib is installed beside the oldest. */
export const NEWEST_CDK_PACKAGE = 'aws-cdk-lib-newest';

export const CDK_CLI = '2.1148.1';
