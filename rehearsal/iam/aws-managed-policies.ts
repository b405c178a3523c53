import { FUNCTION_NETWORK_ACTIONS } from './function-accesses';
import { LOG_WRITING_ACTIONS } from './log-accesses';
import { readStatements, type PolicyStatement } from './policy-statement';
import type { JsonObject } from '../json-value';

const PREFIX = /^arn:aws[a-z-]*:iam::aws:policy\//;

const WRITE_LOGS = ['logs:CreateLogGroup', ...LOG_WRITING_ACTIONS];

/**
 * What AWS's own policies for functions allow, by their names.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaBasicExecutionRole.html
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html
 */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': WRITE_LOGS,
  'service-role/AWSLambdaVPCAccessExecutionRole': [...WRITE_LOGS, ...FUNCTION_NETWORK_ACTIONS],
};

/** The statements of a policy of AWS; undefined for one that is not known here. */
export function awsManagedPolicy(arn: string): readonly PolicyStatement[] | undefined {
  const name = arn.replace(PREFIX, '');
  const actions = name === arn ? undefined : ACTIONS[name];
  if (!actions) return undefined;
  const document: JsonObject = { Statement: [{ Effect: 'Allow', Action: [...actions], Resource: '*' }] };
  return readStatements(document, { policy: arn, path: arn, name: 'AWS managed policy', subjects: [] });
}
