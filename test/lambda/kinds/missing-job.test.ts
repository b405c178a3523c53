import { clientError } from './client-error';
import { bedrockMeaning } from '../../../lambda/kinds/bedrock-errors';
import { meaningOfDescription } from '../../../lambda/kinds/missing-job';
import { sageMakerMeaning } from '../../../lambda/kinds/sagemaker-errors';

const NAME = /^[a-z-]+$/;
const meaningOf = (error: unknown, identifier = 'role-of-rate') =>
  meaningOfDescription(error, sageMakerMeaning, identifier, NAME);
const invalid = (text: string) => clientError('ValidationException', text);
const USER =
  'User: arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform: sagemaker:X on resource: *';

describe('a job is missing', () => {
  test.each([
    'Requested resource not found.',
    'There is no such training job in your account',
    "1 validation error detected: Value at 'trainingJobName' is unknown",
    "Job 'role-of-rate' was never seen",
    'No',
  ])('where a validation error says: %s', (text) => {
    expect(meaningOf(invalid(text))).toBe('not-found');
    expect(meaningOfDescription(invalid(text), bedrockMeaning, 'role-of-rate', NAME)).toBe('not-found');
  });

  test.each(['ResourceNotFound', 'ResourceNotFoundException', 'NotFoundException', 'NoSuchEntity', 'JobDoesNotExist'])(
    'where the error is %s',
    (name) => {
      expect(meaningOf(clientError(name))).toBe('not-found');
      expect(meaningOfDescription(clientError(name), bedrockMeaning, 'role-of-rate', NAME)).toBe('not-found');
    },
  );
});

describe('a job may be there', () => {
  test.each([
    ['refused', invalid(`${USER} with an explicit deny in a service control policy`)],
    ['denied', invalid(`${USER} because no identity-based policy allows the sagemaker:X action`)],
    ['refused', invalid('Your account is not authorized to perform this action. Please create a support case.')],
    ['denied', invalid('The AWS Access Key Id you provided does not exist in our records.')],
    ['denied', invalid('Could not assume role arn:aws:iam::111122223333:role/R')],
    ['refused', invalid('Access to it is forbidden')],
    ['refused', invalid('The role of the caller is unknown')],
    ['refused', invalid('The role of this session may not be used')],
    ['refused', invalid('The security token is not valid')],
    ['refused', invalid('Rate exceeded')],
    ['busy', clientError('ThrottlingException', 'not found in time')],
    ['denied', clientError('AccessDeniedException', 'not found')],
    ['refused', clientError('SomethingNew', 'The job is missing')],
    ['unknown', 'no error'],
  ] as const)('where it is %s: %p', (meaning, error) => {
    expect(meaningOf(error)).toBe(meaning);
  });

  test('where what was asked for is not well formed', () => {
    expect(meaningOf(invalid('There is no such job'), 'No Name')).toBe('refused');
  });
});
