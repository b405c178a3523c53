/** How many seconds the making of a resource takes, roughly as in AWS. */
const SECONDS: Record<string, number> = {
  'AWS::IAM::Role': 16,
  'AWS::IAM::Policy': 15,
  'AWS::IAM::ManagedPolicy': 15,
  'AWS::Lambda::Function': 7,
  'AWS::StepFunctions::StateMachine': 3,
  'AWS::S3::Bucket': 14,
  'AWS::SageMaker::Endpoint': 180,
  'AWS::EC2::NatGateway': 90,
  'AWS::CloudFormation::WaitConditionHandle': 0,
};
const DEFAULT_SECONDS = 2;

export function creationMs(type: string): number {
  return (SECONDS[type] ?? DEFAULT_SECONDS) * 1000;
}

/** Most services take a change or a deletion at once. */
export function changeMs(type: string): number {
  return Math.min(creationMs(type), 3000);
}
