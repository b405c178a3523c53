import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { sonnetsOf } from '../../examples/batch-inference/sonnet-records';
import { KnowledgeBaseStack } from '../../examples/knowledge-base/knowledge-base-stack';
import { sonnetDocuments } from '../../examples/knowledge-base/sonnet-documents';
import { cleanUp, newRehearsal, synthesize } from '../deployment/deployment';

const EXAMPLES = path.join(__dirname, '..', '..', 'examples');
const DOCUMENTS = path.join(EXAMPLES, 'knowledge-base', 'documents');

afterEach(cleanUp);

test('the documents are what the sonnets make', () => {
  const sonnets = sonnetsOf(readFileSync(path.join(EXAMPLES, 'batch-inference', 'sonnets.txt'), 'utf8'));
  const written = readdirSync(DOCUMENTS).map((name) => [name, readFileSync(path.join(DOCUMENTS, name), 'utf8')]);

  expect(new Map(written as [string, string][])).toEqual(sonnetDocuments(sonnets));
});

test('the documents are ingested, and again when one of them is another', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-documents-'));
  try {
    cpSync(DOCUMENTS, folder, { recursive: true });
    writeFileSync(path.join(folder, 'sonnet-001.md'), '# Sonnet I\n\nFrom fairest creatures\n');
    const app = (documents?: string) =>
      synthesize((scope) => new KnowledgeBaseStack(scope, 'KnowledgeBase', { documents }));
    const rehearsal = newRehearsal();
    const first = await rehearsal.deploy(app());

    expect([first.ok, first.denials]).toEqual([true, []]);
    expect(first.stacks.KnowledgeBase.outputs).toEqual({
      IngestIngestionJobId: rehearsal.bedrock.ingestionJobs[0].id,
      IngestNumberOfDocumentsScanned: '12',
      IngestNumberOfDocumentsFailed: '0',
    });
    expect((await rehearsal.deploy(app(folder))).ok).toBe(true);
    const [, again] = rehearsal.bedrock.ingestionJobs;
    expect(again.describe()).toMatchObject({
      description: expect.stringMatching(/^Sonnets knowledgebase--ingest--[0-9a-f]{12}$/),
      statistics: { numberOfDocumentsScanned: 12, numberOfNewDocumentsIndexed: 0, numberOfModifiedDocumentsIndexed: 1 },
    });
    expect((await rehearsal.destroy(app(folder))).ok).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
