import { placeOfMember } from '../../../src/validation/known-member';
import { operationModel } from '../../../src/validation/service-model/operation-model';

const model = operationModel('sagemaker', 'CreateTrainingJob')!;

test.each([
  ['RoleArn', 'RoleArn'],
  ['S3OutputPath', 'OutputDataConfig.S3OutputPath'],
  ['ChannelName', 'InputDataConfig[0].ChannelName'],
])('%s is at %s', (name, place) => {
  expect(placeOfMember(model, name)).toBe(place);
});

test('what is nowhere has no place', () => {
  expect(placeOfMember(model, 'Unheard')).toBeUndefined();
});
