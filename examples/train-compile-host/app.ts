import { App } from 'aws-cdk-lib';
import { TrainCompileHostStack } from './train-compile-host-stack';

const app = new App();
new TrainCompileHostStack(app, 'TrainCompileHost');
app.synth();
