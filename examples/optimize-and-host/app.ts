import { App } from 'aws-cdk-lib';
import { OptimizeAndHostStack } from './optimize-and-host-stack';

const app = new App();
new OptimizeAndHostStack(app, 'OptimizeAndHost');
app.synth();
