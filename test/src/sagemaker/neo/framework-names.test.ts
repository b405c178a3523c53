import { FRAMEWORK_SUPPORT } from '../../../../src/sagemaker/neo/framework-support';
import { operationModel } from '../../../../src/validation/service-model/operation-model';

const FRAMEWORKS = operationModel('sagemaker', 'CreateCompilationJob')!.shapes.Framework.enum!;

test('the tables of what Neo supports have frameworks of the API only, and all but scikit-learn', () => {
  const supported = new Set(Object.values(FRAMEWORK_SUPPORT).flatMap((support) => Object.keys(support)));
  expect([...supported].filter((framework) => !FRAMEWORKS.includes(framework))).toEqual([]);
  expect(FRAMEWORKS.filter((framework) => !supported.has(framework))).toEqual(['SKLEARN']);
});
