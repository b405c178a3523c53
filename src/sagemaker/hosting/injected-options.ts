import { type InjectionContext, PropertyInjectors } from 'aws-cdk-lib';
import type { HostedModelOptions } from './hosted-model-options';

/**
 * The options of a model after the nearest injector for models. The CDK's own decorator takes classes alone that anybody may make
 * with `new`.
 */
export function injectedOptions(
  uniqueId: string,
  context: InjectionContext,
  options: HostedModelOptions,
): HostedModelOptions {
  const injectors = context.scope.node.scopes
    .reverse()
    .filter((scope) => PropertyInjectors.hasPropertyInjectors(scope))
    .flatMap((scope) => PropertyInjectors.of(scope).for(uniqueId) ?? []);
  return injectors.length === 0 ? options : (injectors[0].inject(options, context) as HostedModelOptions);
}
