import { App, type InjectionContext, type IPropertyInjector, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Construct } from 'constructs';
import { compilationJob, JOB_TYPE } from './sample-job';
import * as library from '../../src';

const CONSTRUCTS = Object.entries(library).filter(
  ([, value]) => typeof value === 'function' && value.prototype instanceof Construct,
);

/** Gives all constructs of a class a property that they are not given otherwise. */
class Default implements IPropertyInjector {
  constructor(
    readonly constructUniqueId: string,
    private readonly props: object,
  ) {}

  public inject(originalProps: object, _context: InjectionContext): object {
    return { ...this.props, ...originalProps };
  }
}

test.each(CONSTRUCTS)('%s has an id for the injection of properties', (name, construct) => {
  expect(construct).toHaveProperty('PROPERTY_INJECTION_ID', `cdk-ml-jobs.${name}`);
  expect((construct as { readonly name: string }).name).toBe(name);
});

test('a property that a company injects reaches every job below, unless the job says otherwise', () => {
  const stack = new Stack(new App(), 'Stack');
  PropertyInjectors.of(stack).add(
    new Default('cdk-ml-jobs.CompilationJob', { outputPrefix: 'injected', rerunKey: '1' }),
  );
  compilationJob(stack, 'Compile', { rerunKey: '2' });
  Template.fromStack(stack).hasResourceProperties(JOB_TYPE, {
    RerunKey: '2',
    Request: { OutputConfig: { S3OutputLocation: 's3://artifacts/injected/' } },
  });
});

test('so do the properties of engines, the one of the stack included', () => {
  const stack = new Stack(new App(), 'Stack');
  PropertyInjectors.of(stack).add(new Default('cdk-ml-jobs.JobEngine', { reservedConcurrentExecutions: 5 }));
  compilationJob(stack, 'Compile');
  Template.fromStack(stack).hasResourceProperties('AWS::Lambda::Function', { ReservedConcurrentExecutions: 5 });
});

test('so do those of models that jobs make, from the nearest scope that has some', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const isolated = (networkIsolation: boolean): Default =>
    new Default('cdk-ml-jobs.HostedModel', { networkIsolation, environment: { FROM: 'the company' } });
  PropertyInjectors.of(app).add(isolated(false));
  PropertyInjectors.of(stack).add(isolated(true));
  compilationJob(stack, 'Compile').createModel(stack, 'Model', { environment: { FROM: 'the job' } });
  Template.fromStack(stack).hasResourceProperties('AWS::SageMaker::Model', {
    EnableNetworkIsolation: true,
    PrimaryContainer: { Environment: { FROM: 'the job' } },
  });
});
