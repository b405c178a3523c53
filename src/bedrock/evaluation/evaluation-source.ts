import type { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type { RecordForm } from './data/evaluation-forms';
import { callFoundationModel, callInferenceProfile, type CalledModel, callProfile } from './evaluation-model-access';
import { callImportedModel, callModelByArn } from './evaluation-other-models';
import { boundRetrieval } from './evaluation-retrieval';
import { boundModel, type BindSource, type BoundSource } from './evaluation-source-binding';
import type {
  EvaluationApplicationProfileOptions,
  EvaluationModelOptions,
  EvaluationProfileOptions,
  EvaluationRetrievalOptions,
} from './evaluation-source-options';
import { mustBe } from '../../validation/finding';
import { note } from '../../validation/noted-findings';
import { requireList, requireOptions, requireString } from '../../validation/property-check';
import { foundationModelId } from '../foundation-model-id';
import type { IModelImportJob } from '../import/model-import-job-reference';
import { requireRegions } from '../inference-profile-access';
import { requireModelArn } from '../model-arn-check';

/**
 * What is evaluated: a model, a knowledge base, or answers that were made elsewhere. It lets the job's role call what it calls.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/evaluation.html
 */
export abstract class EvaluationSource {
  /**
   * A foundation model, in the Region of the stack.
   *
   * @param identifier The model's id.
   */
  public static foundationModel(
    identifier: FoundationModelIdentifier,
    options: EvaluationModelOptions = {},
  ): EvaluationSource {
    return ofModel(options, (scope, role, member) => callFoundationModel(scope, role, member, identifier));
  }

  /**
   * A cross-Region inference profile that the service defines.
   *
   * @param inferenceProfileId The profile's id, such as `us.amazon.nova-lite-v1:0`: known at synthesis.
   */
  public static inferenceProfile(inferenceProfileId: string, options: EvaluationProfileOptions = {}): EvaluationSource {
    return ofModel(options, (scope, role, member) =>
      callInferenceProfile(scope, role, member, inferenceProfileId, options.regions),
    );
  }

  /**
   * An application inference profile.
   *
   * @param inferenceProfileArn The ARN of the profile.
   */
  public static applicationInferenceProfile(
    inferenceProfileArn: string,
    options: EvaluationApplicationProfileOptions,
  ): EvaluationSource {
    return ofModel(options, (scope, role, member) => {
      const { property } = member;
      requireOptions(scope, property, options, { required: true });
      const { foundationModels = [], regions } = options;
      const allowed = 'the ARN of an application inference profile';
      requireModelArn(scope, inferenceProfileArn, ['application-inference-profile'], allowed, member);
      requireList(scope, `${property}.foundationModels`, foundationModels);
      if (foundationModels.length === 0) {
        note(
          scope,
          mustBe(`${property}.foundationModels`, 'a list of at least one foundation model', foundationModels),
        );
      }
      requireRegions(scope, `${property}.regions`, regions);
      const ids = foundationModels.map((each, index) =>
        foundationModelId(scope, `${property}.foundationModels[${index}]`, each),
      );
      const profile = { modelIdentifier: inferenceProfileArn, arn: inferenceProfileArn };
      return callProfile(scope, role, profile, ids, regions ?? []);
    });
  }

  /**
   * The model that an import job has made: the evaluation starts when the import has ended.
   *
   * @param job The import job.
   */
  public static importedModel(job: IModelImportJob, options: EvaluationModelOptions = {}): EvaluationSource {
    return ofModel(options, (scope, role, member) => callImportedModel(scope, role, member, job));
  }

  /**
   * A provisioned or an imported model, a prompt router, or an endpoint of SageMaker that is registered with Bedrock Marketplace. The
   * models behind a router do not follow from its ARN: let the job's role call them.
   *
   * @param modelArn The ARN of it.
   */
  public static fromModelArn(modelArn: string, options: EvaluationModelOptions = {}): EvaluationSource {
    return ofModel(options, (scope, role, member) => callModelByArn(scope, role, member, modelArn));
  }

  /**
   * Answers that were made elsewhere: each record of the datasets has them as `modelResponses`.
   *
   * @param identifier What the records call the model, as `modelIdentifier`: up to 256 letters, digits, dots, hyphens and underscores.
   */
  public static precomputed(identifier: string): EvaluationSource {
    const inferenceSourceIdentifier = identifier;
    return new Source((scope, _role, { property }) => {
      requireString(scope, property, identifier, { required: true });
      return {
        model: { precomputedInferenceSource: { inferenceSourceIdentifier } },
        form: 'answered prompts',
        identifier,
        modelArns: [],
      };
    });
  }

  /**
   * What a knowledge base retrieves for the prompts of the datasets.
   *
   * @param knowledgeBaseId The id of the knowledge base: 10 letters and digits.
   */
  public static retrieve(knowledgeBaseId: string, options: EvaluationRetrievalOptions = {}): EvaluationSource {
    return new Source((scope, role, member) => boundRetrieval(scope, role, member, { knowledgeBaseId, options }));
  }

  /**
   * What a model answers with what a knowledge base retrieves.
   *
   * @param knowledgeBaseId The id of the knowledge base: 10 letters and digits.
   * @param generator The model that answers: a foundation model or an inference profile. Its inference parameters belong in
   * `configuration`.
   */
  public static retrieveAndGenerate(
    knowledgeBaseId: string,
    generator: EvaluationSource,
    options: EvaluationRetrievalOptions = {},
  ): EvaluationSource {
    return new Source((scope, role, member) =>
      boundRetrieval(scope, role, member, { knowledgeBaseId, generator, options }),
    );
  }

  /**
   * What was retrieved elsewhere: each record of the datasets has it as `output`.
   *
   * @param identifier What the records call the source, as `knowledgeBaseIdentifier`.
   */
  public static precomputedRetrieval(identifier: string): EvaluationSource {
    return answeredElsewhere('retrieveSourceConfig', 'found passages', identifier);
  }

  /**
   * What was answered elsewhere with what was retrieved there: each record of the datasets has it as `output`.
   *
   * @param identifier What the records call the source, as `knowledgeBaseIdentifier`.
   */
  public static precomputedRetrieveAndGenerate(identifier: string): EvaluationSource {
    return answeredElsewhere('retrieveAndGenerateSourceConfig', 'answered questions', identifier);
  }

  /**
   * Called by the job that the source is given to.
   *
   * @internal
   */
  public abstract _bindSource(...given: Parameters<BindSource>): BoundSource;
}

class Source extends EvaluationSource {
  constructor(public readonly _bindSource: BindSource) {
    super();
  }
}

function ofModel(
  options: EvaluationModelOptions,
  call: (...given: Parameters<BindSource>) => CalledModel,
): EvaluationSource {
  return new Source((scope, role, member) => {
    requireOptions(scope, member.property, options);
    const called = call(scope, role, member);
    requireOptions(scope, `${member.property}.inferenceParams`, options.inferenceParams);
    return boundModel(scope, called, options);
  });
}

function answeredElsewhere(kind: string, form: RecordForm, ragSourceIdentifier: string): EvaluationSource {
  return new Source((scope, _role, { property }) => {
    requireString(scope, property, ragSourceIdentifier, { required: true });
    return {
      rag: { precomputedRagSourceConfig: { [kind]: { ragSourceIdentifier } } },
      form,
      identifier: ragSourceIdentifier,
      modelArns: [],
    };
  });
}
