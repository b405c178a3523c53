import type { IConstruct } from 'constructs';
import type { JobDefinition } from '../job/job-definition';
import { invalid } from '../validation/invalid';
import { requireString } from '../validation/property-check';
import { operationModel } from '../validation/service-model/operation-model';
import { partialTextFault } from '../validation/text-check';
import { partsOf } from '../validation/text-parts';

/** Checks the name of a job that was made elsewhere: it must be one that the Create call of its kind takes. */
export function requireJobName(construct: IConstruct, name: string, definition: JobDefinition): void {
  const { service, createAction, members, properties } = definition;
  const property = properties[members.name];
  requireString(construct, property, name, { required: true });
  const { request, shapes } = operationModel(service, createAction)!;
  const fault = partialTextFault(shapes[request.members![members.name]], partsOf(name));
  if (fault !== undefined) throw invalid(construct, property, fault, name);
}
