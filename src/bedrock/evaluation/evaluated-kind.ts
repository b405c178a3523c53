import type { Request } from '../../job/request-overrides';
import { knownItems, knownMembers } from '../../validation/known-value';

/** What is evaluated: which metrics there are depends on it, and what evaluators are told. */
export type EvaluatedKind = 'models' | 'retrieval' | 'answers of a knowledge base';

/** What a request has evaluated; undefined where only the deployment knows it. */
export function evaluatedKindOf(request: Request): EvaluatedKind | undefined {
  const { models, ragConfigs } = knownMembers(request, 'inferenceConfig') ?? {};
  const [rag] = knownItems(ragConfigs);
  if (rag === undefined) return models === undefined ? undefined : 'models';
  const { knowledgeBaseConfig, precomputedRagSourceConfig } = rag;
  const source = knownMembers(knowledgeBaseConfig ?? precomputedRagSourceConfig);
  if (source === undefined) return undefined;
  const isRetrieval = 'retrieveConfig' in source || 'retrieveSourceConfig' in source;
  return isRetrieval ? 'retrieval' : 'answers of a knowledge base';
}
