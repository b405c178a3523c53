import { Stack } from 'aws-cdk-lib';
import { type IConstruct, Construct } from 'constructs';
import type { IngestionDataSourceConfig } from './ingestion-data-source';
import { LONGEST_NAME } from './ingestion-job-definition';
import type { IngestionJobProps } from './ingestion-job-props';
import type { IngestionJobAttributes } from './ingestion-job-reference';
import { JobWait } from '../../job/job-wait';
import type { Request } from '../../job/request-overrides';
import { beyondLimit, type Finding, mustBe, refusal } from '../../validation/finding';
import { knownText } from '../../validation/known-value';
import { numberRules, requireList, requireNone, requireOptions, valuesRules } from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';

/** The service takes 200 characters: the name of the job and a space come after them. */
const LONGEST_DESCRIPTION = 200 - LONGEST_NAME - 1;

const ID = /^[0-9a-zA-Z]{10}$/;

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: IConstruct, props: IngestionJobProps): void {
  requireNone(job, propertyRules(props));
  requireList(job, 'documents', props.documents);
  const others = (props.documents ?? []).flatMap((each, index) => {
    const allowed = 'a construct, for example a BucketDeployment';
    return Construct.isConstruct(each) ? [] : [mustBe(`documents[${index}]`, allowed, each)];
  });
  requireNone(job, others);
}

function* propertyRules(props: IngestionJobProps): Iterable<Finding> {
  const allowed = 'a data source, for example IngestionDataSource.fromCfnDataSource()';
  yield* valuesRules(props, { dataSource: { mark: 'bind', allowed, required: true } });
  yield* numberRules('maxFailedDocuments', props.maxFailedDocuments, { min: 0 });
  yield* JobWait.endRules(props, ['maxFailedDocuments']);
}

/** Whether a data source is where the job is: an ingestion is called in the account and the Region of its knowledge base. */
export function* dataSourceRules(job: IConstruct, source: IngestionDataSourceConfig): Iterable<Finding> {
  const stack = Stack.of(job);
  for (const place of ['account', 'region'] as const) {
    const [own, other] = [stack[place], source[place]];
    if (other === undefined || isUnknown(other) || isUnknown(own) || other === own) continue;
    yield refusal('dataSource', `must be in ${own}, where the job is, got one in ${other}`);
  }
}

/** What the request of an ingestion job must be besides what the service's model says. */
export function* ingestionJobRules(request: Request): Iterable<Finding> {
  const description = knownText(request.description);
  if (description === undefined || description.length <= LONGEST_DESCRIPTION) return;
  const allowed = `at most ${LONGEST_DESCRIPTION} characters, for the name of the job follows on them`;
  yield beyondLimit({ property: 'description', api: 'description' }, allowed, description);
}

/** Checks the ids of a job that was made elsewhere. */
export function requireIds(scope: IConstruct, attributes: IngestionJobAttributes): void {
  requireOptions(scope, 'attributes', attributes, { required: true });
  requireNone(scope, idRules(attributes));
}

function* idRules(attributes: IngestionJobAttributes): Iterable<Finding> {
  for (const member of ['knowledgeBaseId', 'dataSourceId', 'ingestionJobId'] as const) {
    const id: unknown = attributes[member];
    if (isUnknown(id) || (typeof id === 'string' && ID.test(id))) continue;
    yield mustBe(member, '10 letters and digits', id);
  }
}
