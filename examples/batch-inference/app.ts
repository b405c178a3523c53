import { App } from 'aws-cdk-lib';
import { BatchInferenceStack } from './batch-inference-stack';

const app = new App();
new BatchInferenceStack(app, 'BatchInference');
app.synth();
