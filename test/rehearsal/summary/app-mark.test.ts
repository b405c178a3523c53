import { appSuffix, markOf } from '../../../rehearsal/summary/app-mark';

test.each([
  ['.', '', '<!-- cdk-ml-jobs -->'],
  ['infra', '-infra', '<!-- cdk-ml-jobs: infra -->'],
  ['apps/größe_2.0', '-apps-größe_2.0', '<!-- cdk-ml-jobs: apps-größe_2.0 -->'],
  [`a '"$(b)-->`, '-a-b----', '<!-- cdk-ml-jobs: a-b---- -->'],
])('tells the app in %s from others', (folder, suffix, mark) => {
  expect({ suffix: appSuffix(folder), mark: markOf(folder) }).toEqual({ suffix, mark });
});
