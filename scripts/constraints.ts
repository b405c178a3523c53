/*
 * Tests every constraint of the tables, and prints how many there are and how many have stood the test: each refuses a
 * request that breaks it, and takes one at its bound. It fails unless these are the same.
 */
import { constraintsOf, titleOf } from './constraint-check/constraint';
import { caseOf } from './constraint-check/constraint-case';
import { countConstraints } from './constraint-check/constraint-count';
import { faultsOf } from './constraint-check/constraint-outcome';
import { JOB_DEFINITIONS } from './constraint-check/job-definitions';
import { operationModel, serviceModel } from '../src/validation/service-model/operation-model';

interface Row {
  readonly operation: string;
  readonly constraints: number;
  readonly tested: number;
}

const rows = JOB_DEFINITIONS.map((definition): Row => {
  const { service, createAction: operation } = definition;
  const faults = constraintsOf(operationModel(service, operation)!).map((constraint) => {
    const found = faultsOf(caseOf(constraint), definition);
    for (const fault of found) console.error(`${operation}, ${titleOf(constraint)}: ${fault}`);
    return found;
  });
  const tested = faults.filter(({ length }) => length === 0).length;
  return { operation, constraints: countConstraints(serviceModel(service, operation)!, operation), tested };
});
const sum = (of: 'constraints' | 'tested') => rows.reduce((total, row) => total + row[of], 0);
const total: Row = { operation: 'all', constraints: sum('constraints'), tested: sum('tested') };

for (const { operation, constraints, tested } of [...rows, total]) {
  console.log(`${operation}: ${constraints} constraints, ${tested} tested`);
}
if (total.constraints !== total.tested) process.exitCode = 1;
