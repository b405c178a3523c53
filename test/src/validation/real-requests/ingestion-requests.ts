import type { RealRequest } from './real-request';

const at = (knowledgeBaseId: string, dataSourceId: string, more: object = {}) => ({
  knowledgeBaseId,
  dataSourceId,
  ...more,
});

/** Requests of StartIngestionJob. None needs an override: the token, which some send, is the handler's to make. */
export const INGESTION_REQUESTS: readonly RealRequest[] = [
  {
    name: 'the API reference: every member',
    request: at('KB12345678', 'DS12345678', {
      clientToken: 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111',
      description: 'Sync of the product manuals',
    }),
  },
  { name: "the guide's synchronization of a data source", request: at('KB12345678', 'DS12345678') },
  { name: "the CLI's reference: the ids alone", request: at('EXAMPLEKB1', 'EXAMPLEDS1') },
  {
    name: 'the CLI with a description',
    request: at('EXAMPLEKB1', 'EXAMPLEDS1', { description: 'Initial ingestion' }),
  },
  { name: 'a script that uploads news and synchronizes', request: at('PGQV3JXPET', 'W8DS8YQGZG') },
  {
    name: 'a starter kit: documents that it brings',
    request: at('4FXYQWQRD6', 'ZS23QJBITL', { description: 'Initial ingestion of seeded Knowledge Base documents' }),
  },
  {
    name: 'a starter kit: the same again',
    request: at('4FXYQWQRD6', 'ZS23QJBITL', { description: 'Re-ingestion of seeded Knowledge Base documents' }),
  },
  {
    name: 'a function behind an upload, which says whose document it was',
    request: at('KB12345678', 'DS12345678', {
      description: 'Ingestion job for document employee-handbook-2025.pdf uploaded by user-42',
    }),
  },
  {
    name: 'a service that sends a UUID for a token',
    request: at('KB12345678', 'DS12345678', { clientToken: '0b7cbb0c-8b1d-4c57-9b2e-0f3c6f2b7f11' }),
  },
  {
    name: 'a function behind events of a bucket',
    request: at('ABCDEFGHIJ', 'KLMNOPQRST', { description: 'Auto-sync triggered by S3 event: ObjectCreated:Put' }),
  },
  {
    name: 'a function on a schedule, which says when it ran',
    request: at('ABCDEFGHIJ', 'KLMNOPQRST', { description: 'Scheduled sync 2026-03-01T02:00:00Z' }),
  },
  { name: 'a provisioner of Terraform', request: at('FAQKB00001', 'FAQDS00001') },
  { name: 'a workshop notebook, which polls for COMPLETE', request: at('ICK71UCFE6', 'DS00000001') },
  {
    name: 'a custom resource with the SDK, on Create',
    request: at('KB12345678', 'DS12345678', { description: 'Triggered by CloudFormation Create' }),
  },
  {
    name: 'a task of Step Functions',
    request: at('KB12345678', 'DS12345678', { clientToken: 'arn-aws-states-execution-sync-2026-03-01' }),
  },
  {
    name: 'a pipeline of a repository: the commit',
    request: at('KB12345678', 'DS12345678', {
      description: 'Sync from commit 3f1c2ab (#128): Übersetzung der Handbücher',
    }),
  },
];
