import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { allow } from './evaluation-model-access';
import type { BoundSource } from './evaluation-source-binding';
import type { EvaluationRetrievalOptions } from './evaluation-source-options';
import { mergeOverrides, type Request } from '../../job/request-overrides';
import { inKeyOrder } from '../../key-order';
import { type MemberName, mustBe, refusal } from '../../validation/finding';
import { note } from '../../validation/noted-findings';
import { optionsRules, requireNone, requireOptions, requireString, valueRules } from '../../validation/property-check';
import { bedrockArn } from '../bedrock-arn';

/** The options of a model that is a source of its own, and the members that they set there. */
const OPTIONS_OF_MODELS = [
  ['inferenceParams', 'inferenceParams', 'them'],
  ['latencyOptimized', 'performanceConfig', 'it'],
] as const;

/** What finds passages for a question, and answers it with them. */
export interface RetrievalSource {
  readonly knowledgeBaseId: string;
  /** The source that answers. @default - only what is found is judged */
  readonly generator?: { _bindSource(scope: Construct, role: iam.IRole, member: MemberName): BoundSource };
  readonly options: EvaluationRetrievalOptions;
}

/**
 * Lets a role ask a knowledge base.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/rag-eval-service-roles.html
 */
export function boundRetrieval(
  scope: Construct,
  role: iam.IRole,
  { property }: MemberName,
  source: RetrievalSource,
): BoundSource {
  const { knowledgeBaseId, options } = source;
  requireString(scope, property, knowledgeBaseId, { required: true });
  requireOptions(scope, property, options);
  requireNone(scope, optionsRules(`${property}.configuration`, options.configuration));
  const { numberOfResults, searchType: overrideSearchType, configuration = {} } = options;
  const vectorSearchConfiguration = { numberOfResults, overrideSearchType };
  const arn = bedrockArn(scope, 'knowledge-base', knowledgeBaseId);
  const whole = (request: Request) => mergeOverrides(request, inKeyOrder(configuration));
  if (!('generator' in source)) {
    allow(role, ['bedrock:Retrieve'], [arn]);
    const retrieveConfig = whole({
      knowledgeBaseId,
      knowledgeBaseRetrievalConfiguration: { vectorSearchConfiguration },
    });
    return { rag: { knowledgeBaseConfig: { retrieveConfig } }, form: 'questions', modelArns: [] };
  }
  const { modelArn, modelArns } = boundGenerator(scope, role, `${property}.generator`, source.generator);
  allow(role, ['bedrock:Retrieve', 'bedrock:RetrieveAndGenerate'], [arn]);
  const hasSearch = numberOfResults !== undefined || overrideSearchType !== undefined;
  const knowledgeBaseConfiguration = whole({
    knowledgeBaseId,
    modelArn,
    retrievalConfiguration: hasSearch ? { vectorSearchConfiguration } : undefined,
  });
  const retrieveAndGenerateConfig = { type: 'KNOWLEDGE_BASE', knowledgeBaseConfiguration };
  return { rag: { knowledgeBaseConfig: { retrieveAndGenerateConfig } }, form: 'questions', modelArns };
}

function boundGenerator(
  scope: Construct,
  role: iam.IRole,
  property: string,
  generator: RetrievalSource['generator'],
): BoundSource {
  const allowed = 'a model, for example EvaluationSource.foundationModel()';
  requireNone(scope, valueRules(property, generator, { mark: '_bindSource', allowed, required: true }));
  const bound = generator!._bindSource(scope, role, { property });
  if (bound.modelArn === undefined) note(scope, mustBe(property, allowed, bound.form));
  const { bedrockModel } = (bound.model ?? {}) as { readonly bedrockModel?: Request };
  for (const [option, member, pronoun] of OPTIONS_OF_MODELS) {
    if (bedrockModel?.[member] === undefined) continue;
    note(scope, refusal(`${property}.${option}`, `must be left out, for 'configuration' has ${pronoun}`));
  }
  return bound;
}
