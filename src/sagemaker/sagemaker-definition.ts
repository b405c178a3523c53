import { definitionOf, type JobEvents } from '../job/job-definition';

/**
 * The part of a kind's definition that follows from SageMaker's model.
 *
 * @param moreActions What the handler does with jobs of the kind besides.
 */
export function sageMakerDefinition(
  contract: { readonly kind: string; readonly resourceType: string },
  moreActions?: readonly string[],
) {
  return definitionOf(contract, { tagActions: ['AddTags', 'DeleteTags', 'ListTags'], moreActions });
}

/** The events that SageMaker sends of a kind of job, as in 'SageMaker Training Job State Change'. */
export function sageMakerEvents({ kind }: { readonly kind: string }): JobEvents {
  const words = kind.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return {
    source: 'aws.sagemaker',
    detailType: `SageMaker ${words} State Change`,
    name: `${kind}Name`,
    status: `${kind}Status`,
  };
}
