import { App } from 'aws-cdk-lib';
import { CompileAndHostStack } from './compile-and-host-stack';

const app = new App();
new CompileAndHostStack(app, 'CompileAndHost');
app.synth();
