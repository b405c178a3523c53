import { App } from 'aws-cdk-lib';
import { CustomizeAndAskStack } from './customize-and-ask-stack';

const app = new App();
new CustomizeAndAskStack(app, 'CustomizeAndAsk');
app.synth();
