import type { Defect } from '../defect';

/** Jobs that belong in something else, and have neither name nor ARN: how they are known, found and judged. */
export const INGESTION: readonly Defect[] = [
  {
    name: 'an ingestion is taken up that another has taken the place of',
    file: 'ensure-job.ts',
    text: "  if (job.phase === 'completed' && job.isOvertaken) return false;\n",
    replacement: '',
    loss: 'a deployment that goes back to earlier documents leaves the later ones in the index',
  },
  {
    name: 'every ingestion is taken for one that another has taken the place of',
    file: 'kinds/ingestion-job.ts',
    text: 'latest !== undefined && latest > startedAt!',
    replacement: 'latest !== undefined && latest >= startedAt!',
    loss: 'a deployment that is retried ingests everything again',
  },
  {
    name: 'an ingestion is looked for by all of its description',
    file: 'kinds/ingestion-job.ts',
    text: "in: (text) => text.slice(text.lastIndexOf(' ') + 1),",
    replacement: 'in: (text) => text,',
    loss: 'an ingestion with a description of its own is never found again, and runs unseen',
  },
  {
    name: 'what a person says of an ingestion is lost',
    file: 'kinds/ingestion-job.ts',
    text: '(text === undefined ? name : `${text} ${name}`)',
    replacement: 'name',
    loss: 'nobody sees what an ingestion was for',
  },
  {
    name: 'an id in a place is no id of a job',
    file: 'job-identifier.ts',
    text: "id.startsWith('arn:') || id.includes('|')",
    replacement: "id.startsWith('arn:')",
    loss: 'an ingestion that runs is not stopped when its stack is deleted',
  },
  {
    name: 'the name of an ingestion does not say its place',
    file: 'job-spec.ts',
    text: "`${kind.placeOf?.(request) ?? ''}${properties.NamePrefix}${NAME_SEPARATOR}`",
    replacement: '`${properties.NamePrefix}${NAME_SEPARATOR}`',
    loss: 'no ingestion can be looked for, and so none be started',
  },
  {
    name: 'tokens of attempts become the same when they are filled up',
    file: 'kinds/tabled-job.ts',
    text: "token.padEnd(shortestToken, 'x')",
    replacement: "token.padEnd(shortestToken, '0')",
    loss: 'the twentieth attempt gets what the second has made',
  },
  {
    name: 'an ingestion that starts is asked to stop three times only',
    file: 'kinds/ingestion-job.ts',
    text: "if (job.status !== 'STARTING' || kind.meaningOf(error) !== 'refused') throw error;",
    replacement: 'throw error;',
    loss: 'the deletion of a stack fails, and its ingestion runs on, where a job cannot be stopped before it is in progress',
  },
  {
    name: 'an ingestion is a success though all of its documents failed',
    file: 'kinds/ingestion-acceptance.ts',
    text: 'return failed > 0 && failed >= scanned ? counted : undefined;',
    replacement: 'return undefined;',
    loss: 'a deployment succeeds whose knowledge base knows nothing',
  },
  {
    name: 'one document more may fail than is said',
    file: 'kinds/ingestion-acceptance.ts',
    text: 'failed > Number(MaxFailedDocuments)',
    replacement: 'failed > Number(MaxFailedDocuments) + 1',
    loss: 'a document is missing where none may',
  },
  {
    name: 'counts of an ingestion that are late are taken for counts',
    file: 'kinds/ingestion-acceptance.ts',
    text: 'return scanned === 0;',
    replacement: 'return false;',
    loss: 'the outputs say that there were no documents, and a limit of failures is not held',
  },
  {
    name: 'a role of a knowledge base that may not call its model yet is refused',
    file: 'kinds/bedrock-errors.ts',
    text: '  /\\brole\\b.{0,80}\\bis not able to (call|invoke|access|read)\\b/i,\n',
    replacement: '',
    loss: 'a deployment fails whose knowledge base has got its role a moment before',
  },
];
