import { Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { witness } from '../../lambda/witness';

let fake: FakeJobKind;

beforeEach(() => {
  fake = new FakeJobKind(new Clock());
});

test('a witness has seen nothing before anything is done', () => {
  expect(witness(fake).sight).toEqual({ noun: 'fake job' });
});

test('it has seen the job as it was found or described last', async () => {
  const arn = fake.addEnded('compile-1', 'completed');
  const { kind, sight } = witness(fake);
  await kind.find('compile-0');
  expect(sight.job).toBeUndefined();
  await kind.find('compile-1');
  expect(sight.job).toMatchObject({ name: 'compile-1', status: 'COMPLETED' });
  fake.forget('compile-1');
  await kind.describe(arn);
  expect(sight.job).toMatchObject({ name: 'compile-1' });
});

test('what it is asked it passes on whole', async () => {
  const describe = jest.spyOn(fake, 'describe');
  await witness(fake).kind.describe('arn:aws:fake:eu-west-1:111122223333:job/my-job', 'My-Job');
  expect(describe).toHaveBeenCalledWith('arn:aws:fake:eu-west-1:111122223333:job/my-job', 'My-Job');
});

test('it knows what the service was asked to do, and has not refused', async () => {
  const { kind, sight } = witness(fake);
  fake.fail('create', new ServiceError('busy', 'slow down'));
  await expect(kind.create('compile-1', {}, {}, 't')).rejects.toThrow('slow down');
  expect(sight.deed).toBeUndefined();
  await kind.create('compile-1', {}, {}, 't');
  expect(sight.deed).toBe('create');
  await kind.stop!((await kind.find('compile-1'))!);
  expect(sight.deed).toBe('stop');
});

test('it knows what an error meant that somebody asked about', () => {
  const { kind, sight } = witness(fake);
  expect(kind.meaningOf(new ServiceError('quota', 'full'))).toBe('quota');
  expect(sight.meaning).toBe('quota');
});

test('all else is the kind as it is', async () => {
  fake.add('compile-1', {}, { team: 'vision' });
  const { kind } = witness(fake);
  expect(kind.noun).toBe('fake job');
  expect(await kind.listTags('arn:aws:fake:eu-west-1:111122223333:job/compile-1')).toEqual({ team: 'vision' });
  expect(kind.hintFor('no such model')).toBe('is the model there?');
  fake.deleteRecord = undefined;
  expect(kind.deleteRecord).toBeUndefined();
});
