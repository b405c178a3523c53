import { assumeHint, INTERNAL_ERROR } from './bedrock-place-hints';
import { bedrockQuotaHints } from './bedrock-quota-hints';
import { denialHint } from './denial-hints';
import { ENCRYPTION_HINTS } from './encryption-hints';
import { hintIn, type Hint } from './hint';
import { MODEL_ACCESS_HINTS } from './model-access-hints';
import { REQUEST_HINTS } from './request-hints';

const EMBEDDING_MODEL =
  "the knowledge base's role must be allowed bedrock:InvokeModel on the embedding model, which the account must have access to in this Region";

/** What can be done about the reasons that ingestion gives. */
const HINTS: readonly Hint[] = [
  [
    /concurrent ingestion jobs?|ongoing (ingestion|sync)|ingestion job.{0,60}(in progress|already|running)|data ?source.{0,60}(being (ingested|synced)|in use)/i,
    'a knowledge base takes one ingestion at a time, and an account five: let other jobs end, or let them follow on one another with node.addDependency()',
  ],
  assumeHint("the knowledge base's"),
  ...bedrockQuotaHints({
    none: 'the account may run no ingestion',
    inUse:
      'the account runs as many ingestion jobs as its quotas allow, or a job has more or larger files than they let it have; see the quotas of Amazon Bedrock Knowledge Bases in Service Quotas',
    inUseWords: /ServiceQuotaExceeded/i,
  }),
  // an ingestion has no role of its own
  [/permissions? to invoke ?model/i, EMBEDDING_MODEL],
  // what keeps the account from the model stands in the same texts, and goes before what the role may lack
  ...MODEL_ACCESS_HINTS,
  [/not able to call .{0,40}model|embedding model.{0,80}(denied|not authorized|invalid|cannot)/i, EMBEDDING_MODEL],
  [
    /file format.{0,20}not supported|unsupported (file )?(format|type)/i,
    'the parser of the data source takes other formats: leave these files out with its inclusion prefixes or filters, or choose another parser',
  ],
  [
    /no text content/i,
    'the files have no text, such as scanned pages: choose a parser for the data source that reads images, or leave them out',
  ],
  [
    /throttled/i,
    'the embedding model, or the model that parses, was asked too often: raise its quotas in Service Quotas, and run the job again with another rerunKey',
  ],
  [
    /(file|document|object|image).{0,80}(exceed|too large|larger than|maximum size)/i,
    'divide these files: the quotas of knowledge bases limit the size of a file, and of the metadata beside it',
  ],
  [
    /(vector|embedding|index|query).{0,80}\bdimensions?\b|\bdimensions?\b.{0,80}(vector|embedding|index|mismatch)/i,
    'the vector index must have as many dimensions as the embedding model gives: make the index anew, or set the dimensions of the model',
  ],
  [
    /filterable metadata/i,
    'a vector index in S3 takes 2 kB of metadata that can be filtered by: make the index with AMAZON_BEDROCK_TEXT and AMAZON_BEDROCK_METADATA among its non-filterable keys',
  ],
  [
    /metadata ?(file|json|document)|\.metadata\.json|metadataAttributes/i,
    'a metadata file is called as its document is with .metadata.json after that, has a member metadataAttributes, and is no larger than its quota says',
  ],
  [
    /opensearch|aoss|vector (store|index|bucket)|s3 ?vectors|\brds\b|aurora|pinecone|redis|mongo|neptune/i,
    'the vector store has refused the knowledge base: its role must be allowed to write there, by its own policy and by that of the store, and the index must be there with the fields that the knowledge base names',
  ],
  ...REQUEST_HINTS,
  ...ENCRYPTION_HINTS,
  [
    /(knowledge base|data source).{0,120}(not (exist|found)|could ?n.t (be )?f(i|ou)nd|no such)|could not find.{0,40}(knowledge base|data source)/i,
    'the knowledge base, or the data source in it, is not there: their ids must be of the account and the Region of the stack',
  ],
  [
    /could not validate [a-z]+ permissions|\bs3\b.{0,160}(denied|did not succeed|forbidden|not authorized)|bucket.{0,120}(denied|not (exist|found)|forbidden)|access denied|not authorized|forbidden|(?<![-/.\w])403(?![-/.\w])/i,
    "the knowledge base's role must be allowed s3:ListBucket on the bucket of the data source and s3:GetObject on its objects, and to use their key, by its own policies and by those of bucket and key",
  ],
  [
    /documents failed/i,
    'the reasons of the service say which documents failed and why; maxFailedDocuments says how many may',
  ],
  INTERNAL_ERROR,
];

/** The hint for what Bedrock says of a failed ingestion or a refused call, or `undefined` where it is none of these. */
export function ingestionHint(message: string): string | undefined {
  return denialHint(message) ?? hintIn(HINTS, message);
}
