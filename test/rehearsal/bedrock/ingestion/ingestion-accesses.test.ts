import { ingestionAccesses } from '../../../../rehearsal/bedrock/ingestion/ingestion-accesses';
import { accessTexts, jobPlace } from '../../fixture-job-role';

const MODEL = 'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0';
const BASE = { id: 'KB12345678', roleArn: 'arn:aws:iam::111122223333:role/Reader', embeddingModelArn: MODEL };

test('Bedrock tries the embedding model when a job starts, and reads the documents after that', () => {
  expect(accessTexts(ingestionAccesses(BASE, { bucket: 'manuals', prefixes: ['v1/'] }, jobPlace()))).toEqual([
    `refused: bedrock:InvokeModel ${MODEL}`,
    'failed: s3:ListBucket arn:aws:s3:::manuals',
    expect.stringMatching(/^failed: s3:GetObject arn:aws:s3:::manuals\/\*/),
  ]);
});

test('it reads no bucket for a data source elsewhere, and calls no model that is not named', () => {
  const { embeddingModelArn: _, ...plain } = BASE;

  expect(ingestionAccesses(plain, {}, jobPlace())).toEqual([]);
});
