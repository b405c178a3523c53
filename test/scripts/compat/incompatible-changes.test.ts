import { readChanges } from '../../../scripts/compat/incompatible-changes';

test('the changes are the lines that jsii-diff calls errors, without their keys', () => {
  const printed = `!!  Node is old  !!
Original assembly: cdk-ml-jobs@0.0.0
API elements with incompatible changes:
err  - METHOD cdk-ml-jobs.Job.read: has been removed [removed:cdk-ml-jobs.Job.read]
warn - METHOD cdk-ml-jobs.Job.write: has been moved [moved:cdk-ml-jobs.Job.write]
err  - IFACE cdk-ml-jobs.Props: newly required property 'a' used to be optional
`;
  expect(readChanges(printed)).toEqual([
    'METHOD cdk-ml-jobs.Job.read: has been removed',
    "IFACE cdk-ml-jobs.Props: newly required property 'a' used to be optional",
  ]);
});
