import { FUNCTION_ARN } from './fixture-assembly';
import type { JsonObject } from '../../rehearsal/json-value';
import type { PipelineStep } from '../../rehearsal/pipeline/pipeline';

/** Steps by name, each with the names of those before it that it waits for. */
export function stepsOf(spec: Record<string, readonly string[]>): PipelineStep[] {
  const steps = new Map<string, PipelineStep>();
  for (const [name, before] of Object.entries(spec)) {
    steps.set(name, { name, kind: 'TrainingJob', isJob: true, waitsFor: before.map((other) => steps.get(other)!) });
  }
  return [...steps.values()];
}

/** A job in a template; its request refers to what it uses. */
export function pipelineJob(kind: string, request: JsonObject = {}, more: JsonObject = {}): JsonObject {
  const Properties = { ServiceToken: FUNCTION_ARN, Kind: kind, StateMachineArn: 'arn:of-nobody', Request: request };
  return { Type: `Custom::SageMaker${kind}`, Properties, ...more };
}

export function attributeOf(logicalId: string, name: string): JsonObject {
  return { 'Fn::GetAtt': [logicalId, name] };
}
