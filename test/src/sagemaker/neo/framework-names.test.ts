import { FRAMEWORK_NAMES, NEO_FRAMEWORKS } from '../../../../src/sagemaker/neo/neo-frameworks';
import { operationModel } from '../../../../src/validation/service-model/operation-model';

const FRAMEWORKS = operationModel('sagemaker', 'CreateCompilationJob')!.shapes.Framework.enum!;

test('the table of frameworks has those of the API, and no others', () => {
  expect(FRAMEWORK_NAMES).toEqual([...FRAMEWORKS].sort());
});

test('Neo has a target for each of them but scikit-learn', () => {
  const without = FRAMEWORK_NAMES.filter((name) => Object.keys(NEO_FRAMEWORKS[name].targets).length === 0);
  expect(without).toEqual(['SKLEARN']);
});
