"""The stack of synthesize.ts, with the Python package."""

import os

import aws_cdk as cdk
import cdk_ml_jobs as ml
from aws_cdk import aws_s3 as s3

app = cdk.App()
stack = cdk.Stack(app, "Languages")
bucket = s3.Bucket.from_bucket_name(stack, "Bucket", "models")
job = ml.CompilationJob(
    stack,
    "Compile",
    model_data=ml.ModelData.from_bucket(bucket, "model.tar.gz"),
    framework=ml.Framework.XGBOOST,
    data_input_config=ml.DataInputConfig.from_object({"data": [1, 4]}),
    target=ml.CompilationTarget.device(
        ml.TargetDevice.JETSON_NANO,
        compiler_options=ml.CompilerOptions.from_object({"gpu-code": "sm_53"}),
    ),
    output_bucket=bucket,
    max_runtime=cdk.Duration.minutes(20),
    request_overrides={"OutputConfig": {"KmsKeyId": "alias/models"}},
)
cdk.Tags.of(job).add("team", "ml")
cdk.CfnOutput(stack, "Image", value=job.inference_image)
app.synth()
assert os.path.exists(os.path.join(os.environ["CDK_OUTDIR"], "manifest.json"))
