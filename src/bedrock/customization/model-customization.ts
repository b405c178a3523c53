import * as iam from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { CustomizationType } from './customization-type';
import type { ReinforcementOptions } from './reinforcement-options';
import type { TeacherModel } from './teacher-model';
import { requireOptions, requireValue } from '../../validation/property-check';

/** Options of a distillation. */
export interface DistillationOptions {
  /**
   * The longest answer of the teacher, in tokens.
   *
   * @default - the service chooses
   */
  readonly maxResponseLength?: number;
}

/** What binding a customization to a job comes to. */
export interface ModelCustomizationConfig {
  /** What is done with the base model, as the API calls it. */
  readonly customizationType: string;

  /**
   * What else the request says of it: a `CustomizationConfig` of the API.
   *
   * @default - nothing
   */
  readonly customizationConfig?: { [member: string]: unknown };
}

/**
 * What is done with the base model.
 *
 * Which models can be customized in which way is the service's.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-models.html
 */
export abstract class ModelCustomization {
  /**
   * The model learns from examples: prompts, or conversations, with the answers that it should give.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-model-fine-tuning.html
   */
  public static fineTuning(): ModelCustomization {
    return new PlainCustomization('FINE_TUNING');
  }

  /**
   * The model reads further texts. AWS offers it for a few models only: it was Titan Text's, and may be that of none today.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-models.html
   */
  public static continuedPreTraining(): ModelCustomization {
    return new PlainCustomization('CONTINUED_PRE_TRAINING');
  }

  /**
   * The model learns what a larger model answers: to prompts of the training data, or in logs of invocations.
   *
   * @param teacher The larger model.
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-distillation.html
   */
  public static distillation(teacher: TeacherModel, options: DistillationOptions = {}): ModelCustomization {
    return new Distillation(teacher, options);
  }

  /**
   * The model learns from how its own answers are graded. The job's role may invoke the grader. AWS documents it for
   * Nova; for models with open weights, it documents another API.
   *
   * @param grader The function that grades answers. It has up to 15 minutes; the default time-out of functions, 3 seconds, is
   * seldom enough.
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/reinforcement-fine-tuning.html
   */
  public static reinforcementFineTuning(grader: IFunction, options: ReinforcementOptions = {}): ModelCustomization {
    return new Reinforcement(grader, options);
  }

  /**
   * Called by the job that the customization is given to.
   *
   * @param scope The job.
   * @param role The role with which the job calls other models, or a grader.
   */
  public abstract bind(scope: Construct, role: iam.IRole): ModelCustomizationConfig;
}

class PlainCustomization extends ModelCustomization {
  constructor(private readonly customizationType: CustomizationType) {
    super();
  }

  public bind(): ModelCustomizationConfig {
    return { customizationType: this.customizationType };
  }
}

class Distillation extends ModelCustomization {
  constructor(
    private readonly teacher: TeacherModel,
    private readonly options: DistillationOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): ModelCustomizationConfig {
    const allowed = 'a teacher, for example TeacherModel.foundationModel()';
    requireValue(scope, 'customization.teacherModel', this.teacher, { mark: 'bind', allowed, required: true });
    requireOptions(scope, 'customization', this.options);
    const teacherModelConfig = {
      teacherModelIdentifier: this.teacher.bind(scope, role),
      maxResponseLengthForInference: this.options.maxResponseLength,
    };
    return { customizationType: 'DISTILLATION', customizationConfig: { distillationConfig: { teacherModelConfig } } };
  }
}

class Reinforcement extends ModelCustomization {
  constructor(
    private readonly grader: IFunction,
    private readonly options: ReinforcementOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): ModelCustomizationConfig {
    const allowed = 'a function, for example new Function()';
    requireValue(scope, 'customization.grader', this.grader, { mark: 'functionArn', allowed, required: true });
    requireOptions(scope, 'customization', this.options);
    const { functionArn: lambdaArn } = this.grader;
    // as AWS says it: https://docs.aws.amazon.com/bedrock/latest/userguide/rft-access-security.html
    role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambdaArn] }));
    const { trainingSamplesPerPrompt: trainingSamplePerPrompt, ...others } = this.options;
    const rftConfig = {
      graderConfig: { lambdaGrader: { lambdaArn } },
      hyperParameters: given({ ...others, trainingSamplePerPrompt }),
    };
    return { customizationType: 'REINFORCEMENT_FINE_TUNING', customizationConfig: { rftConfig } };
  }
}

/** Options, if any is given. */
function given(options: { readonly [name: string]: unknown }): object | undefined {
  return Object.values(options).some((value) => value !== undefined) ? options : undefined;
}
