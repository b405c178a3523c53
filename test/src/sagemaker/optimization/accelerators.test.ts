import { gpusOf, isCustomSilicon } from '../../../../src/sagemaker/optimization/accelerators';
import { operationModel } from '../../../../src/validation/service-model/operation-model';

test.each([
  ['ml.g5.2xlarge', 1],
  ['ml.g5.12xlarge', 4],
  ['ml.g5.48xlarge', 8],
  ['ml.g4dn.16xlarge', 1],
  ['ml.p4d.24xlarge', 8],
  ['ml.p6-b200.48xlarge', 8],
  ['ml.g7e.24xlarge', undefined],
  ['ml.inf2.48xlarge', undefined],
])('%s has %s GPUs', (type, gpus) => {
  expect(gpusOf(type)).toBe(gpus);
});

test('the instances that the API takes have GPUs, or silicon of AWS’s own, or are too new to be known', () => {
  const { shapes } = operationModel('sagemaker', 'CreateOptimizationJob')!;
  const types = shapes.OptimizationJobDeploymentInstanceType.enum!;
  const unknown = types.filter((type) => gpusOf(type) === undefined && !isCustomSilicon(type));
  expect(new Set(unknown.map((type) => type.split('.')[1]))).toEqual(new Set(['g7', 'g7e']));
  expect(types.filter(isCustomSilicon).map((type) => type.split('.')[1])).toEqual(
    expect.arrayContaining(['inf2', 'trn1', 'trn1n']),
  );
});
