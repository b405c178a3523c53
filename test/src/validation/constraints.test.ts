import { constraintsOf, titleOf } from '../../../scripts/constraint-check/constraint';
import { caseOf } from '../../../scripts/constraint-check/constraint-case';
import { countConstraints } from '../../../scripts/constraint-check/constraint-count';
import { faultsOf } from '../../../scripts/constraint-check/constraint-outcome';
import { JOB_DEFINITIONS } from '../../../scripts/constraint-check/job-definitions';
import { operationModel, serviceModel } from '../../../src/validation/service-model/operation-model';

describe.each(JOB_DEFINITIONS)('the constraints of $createAction', (definition) => {
  const { service, createAction } = definition;
  const constraints = constraintsOf(operationModel(service, createAction)!);

  test.each(constraints.map((constraint) => [titleOf(constraint), constraint] as const))('%s', (_, constraint) => {
    expect(faultsOf(caseOf(constraint), definition)).toEqual([]);
  });

  test('are all that the table has', () => {
    expect(constraints).toHaveLength(countConstraints(serviceModel(service, createAction)!, createAction));
  });

  test('are each tested with a request that is refused, but for patterns that take any text', () => {
    const untested = constraints.filter((constraint) => caseOf(constraint).refused.length === 0);
    const anyText = ['[\\S\\s]*', '[\\S\\s]+', '[\\s\\S]+'];

    expect(untested.map(({ kind }) => kind).filter((kind) => kind !== 'pattern')).toEqual([]);
    expect(untested.map(({ shape }) => shape.pattern).filter((pattern) => !anyText.includes(pattern!))).toEqual([]);
  });
});
