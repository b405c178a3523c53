import { withVersion } from '../../../scripts/newest-cdk/version-constant';

const SOURCE = `/** The newest. */
export const NEWEST_CDK = '2.276.0';
export const NEWEST_CDK_PACKAGE = 'aws-cdk-lib-newest';
`;

test('one constant has another version, and all else stays', () => {
  expect(withVersion(SOURCE, 'NEWEST_CDK', '2.280.1')).toEqual({
    text: SOURCE.replace('2.276.0', '2.280.1'),
    before: '2.276.0',
  });
});

test('what is no version is an error, and so is a constant that is not there', () => {
  expect(() => withVersion(SOURCE, 'NEWEST_CDK', 'npm ERR')).toThrow("'npm ERR' is no version such as 2.230.0.");
  expect(() => withVersion(SOURCE, 'CDK', '2.280.1')).toThrow("There is no 'export const CDK' with a version.");
});
