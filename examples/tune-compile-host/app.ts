import { App } from 'aws-cdk-lib';
import { TuneCompileHostStack } from './tune-compile-host-stack';

const app = new App();
new TuneCompileHostStack(app, 'TuneCompileHost');
app.synth();
