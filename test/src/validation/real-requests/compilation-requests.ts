import { type RealRequest, ROLE as RoleArn } from './real-request';

const S3OutputLocation = 's3://amzn-s3-demo-bucket/neo-compilation-job-demo-data/compile';
const StoppingCondition = { MaxRuntimeInSeconds: 900 };

/** Requests of CreateCompilationJob. */
export const COMPILATION_REQUESTS: readonly RealRequest[] = [
  {
    name: 'the guide: MXNet for a cloud instance, a configuration in single quotes, a prefix for an archive',
    request: {
      CompilationJobName: 'neo-compilation-job-demo',
      RoleArn,
      InputConfig: {
        S3Uri: 's3://amzn-s3-demo-bucket/neo-compilation-job-demo-data/train',
        DataInputConfig: "{'data': [1,3,1024,1024]}",
        Framework: 'MXNET',
      },
      OutputConfig: { S3OutputLocation, TargetDevice: 'ml_c5' },
      StoppingCondition: { MaxRuntimeInSeconds: 300 },
    },
  },
  {
    name: 'the guide: PyTorch with a version and compiler options in single quotes',
    request: {
      CompilationJobName: 'neo-compilation-job-demo',
      RoleArn,
      InputConfig: {
        S3Uri: 's3://amzn-s3-demo-bucket/model.tar.gz',
        DataInputConfig: "{'data': [1,3,1024,1024]}",
        Framework: 'PYTORCH',
        FrameworkVersion: '1.6',
      },
      OutputConfig: { S3OutputLocation, TargetDevice: 'ml_c5', CompilerOptions: "{'dtype': 'long'}" },
      StoppingCondition: { MaxRuntimeInSeconds: 300 },
    },
  },
  {
    name: 'the guide: a platform with an accelerator',
    request: {
      CompilationJobName: 'neo-test-compilation-job',
      RoleArn,
      InputConfig: {
        S3Uri: 's3://amzn-s3-demo-bucket/model.tar.gz',
        DataInputConfig: "{'data': [1,3,1024,1024]}",
        Framework: 'MXNET',
      },
      OutputConfig: {
        S3OutputLocation,
        TargetPlatform: { Os: 'LINUX', Arch: 'X86_64', Accelerator: 'NVIDIA' },
        CompilerOptions: "{'cuda-ver': '10.0', 'trt-ver': '6.0.1', 'gpu-code': 'sm_70'}",
      },
      StoppingCondition: { MaxRuntimeInSeconds: 300 },
    },
  },
  {
    name: 'the API reference: Android with a version of its platform and features of the processor',
    request: {
      CompilationJobName: 'android-arm64',
      RoleArn,
      InputConfig: {
        S3Uri: 's3://amzn-s3-demo-bucket/keras/model.tar.gz',
        DataInputConfig: '{"input_1":[1,3,224,224]}',
        Framework: 'KERAS',
      },
      OutputConfig: {
        S3OutputLocation,
        TargetPlatform: { Os: 'ANDROID', Arch: 'ARM64' },
        CompilerOptions: "{'ANDROID_PLATFORM': 28, 'mattr': ['+neon']}",
      },
      StoppingCondition,
    },
  },
  {
    name: 'the API reference: AWS Inferentia, whose options are a text in a text',
    request: {
      CompilationJobName: 'resnet50-inf1',
      RoleArn,
      InputConfig: {
        S3Uri: 's3://amzn-s3-demo-bucket/resnet50/model.tar.gz',
        DataInputConfig: '{"input_1:0":[1,224,224,3]}',
        Framework: 'TENSORFLOW',
        FrameworkVersion: '1.15',
      },
      OutputConfig: {
        S3OutputLocation,
        TargetDevice: 'ml_inf1',
        CompilerOptions: '"--verbose 1 --num-neuroncores 2 -O2"',
      },
      StoppingCondition,
    },
  },
  {
    name: 'the API reference: Core ML with labels of classes',
    request: {
      CompilationJobName: 'mobilenet-coreml',
      RoleArn,
      InputConfig: {
        S3Uri: 's3://amzn-s3-demo-bucket/mobilenet/model.tar.gz',
        DataInputConfig: '{"input_1": {"shape": [1,224,224,3], "type": "Image", "bias": [-1,-1,-1], "scale": 0.0078}}',
        Framework: 'TENSORFLOW',
      },
      OutputConfig: {
        S3OutputLocation,
        TargetDevice: 'coreml',
        CompilerOptions: '{"class_labels": "imagenet_labels_1000.txt"}',
      },
      StoppingCondition,
    },
  },
  {
    name: 'a workshop: XGBoost without a configuration, into the bucket itself',
    request: {
      CompilationJobName: '2026-01-01-xgboost',
      RoleArn,
      InputConfig: { S3Uri: 's3://amzn-s3-demo-bucket/xgboost/output/model.tar.gz', Framework: 'XGBOOST' },
      OutputConfig: { S3OutputLocation: 's3://amzn-s3-demo-bucket', TargetDevice: 'ml_m5' },
      StoppingCondition,
    },
  },
  {
    name: 'a command line: Darknet for a device, with a time to wait',
    request: {
      CompilationJobName: 'jetson-xavier-darknet-001',
      RoleArn,
      InputConfig: {
        S3Uri: 's3://amzn-s3-demo-bucket/models/yolo3-tiny.tar.gz',
        DataInputConfig: '{"data":[1,3,416,416]}',
        Framework: 'DARKNET',
      },
      OutputConfig: {
        S3OutputLocation: 's3://amzn-s3-demo-bucket/models/neo-compiled/',
        TargetDevice: 'jetson_xavier',
        CompilerOptions: '{"gpu-code": "sm_72", "trt-ver": "6.0.1", "cuda-ver": "10.1"}',
      },
      StoppingCondition: { MaxWaitTimeInSeconds: 60, MaxRuntimeInSeconds: 900 },
    },
  },
  {
    name: 'an edge component: TensorFlow Lite for i.MX, an archive whose name ends otherwise',
    request: {
      CompilationJobName: '0d4c3f4e-mobilenet-v2',
      RoleArn,
      InputConfig: {
        S3Uri: 's3://amzn-s3-demo-bucket/models/uncompiled/mobilenet_v2_1.0_224_quant.tgz',
        DataInputConfig: '{"input":[1,224,224,3]}',
        Framework: 'TFLITE',
      },
      OutputConfig: { S3OutputLocation: 's3://amzn-s3-demo-bucket/models/compiled/', TargetDevice: 'imx8mplus' },
      StoppingCondition,
    },
  },
  {
    name: 'a URI that begins with https, a key by its alias, a network and tags',
    request: {
      CompilationJobName: 'onnx-rasp4b',
      RoleArn,
      InputConfig: {
        S3Uri: 'https://s3.us-west-2.amazonaws.com/amzn-s3-demo-bucket/onnx/model.tar.gz',
        DataInputConfig: '{"data":[1,3,224,224]}',
        Framework: 'ONNX',
      },
      OutputConfig: { S3OutputLocation, TargetDevice: 'rasp4b', KmsKeyId: 'alias/neo' },
      VpcConfig: {
        Subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
        SecurityGroupIds: ['sg-0123456789abcdef0'],
      },
      StoppingCondition: { MaxRuntimeInSeconds: 1 },
      Tags: [
        { Key: 'project', Value: '' },
        { Key: 'Kostenstelle Süd', Value: 'a+b=c@d' },
      ],
    },
  },
  {
    name: 'the version of a model package, which says the rest',
    request: {
      CompilationJobName: 'from-a-package',
      RoleArn,
      ModelPackageVersionArn: 'arn:aws:sagemaker:us-east-1:111122223333:model-package/penguins/3',
      OutputConfig: { S3OutputLocation, TargetDevice: 'ml_c5' },
      StoppingCondition,
    },
  },
];
