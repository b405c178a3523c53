// The stack of synthesize.ts, with the package for NuGet.
using System.Collections.Generic;
using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using CdkMlJobs;

var app = new App();
var stack = new Stack(app, "Languages");
var bucket = Bucket.FromBucketName(stack, "Bucket", "models");
var job = new CompilationJob(stack, "Compile", new CompilationJobProps
{
    ModelData = ModelData.FromBucket(bucket, "model.tar.gz"),
    Framework = Framework.XGBOOST,
    DataInputConfig = DataInputConfig.FromObject(new Dictionary<string, object> { ["data"] = new[] { 1, 4 } }),
    Target = CompilationTarget.Device(TargetDevice.JETSON_NANO, new CompilationTargetOptions
    {
        CompilerOptions = CompilerOptions.FromObject(new Dictionary<string, object> { ["gpu-code"] = "sm_53" }),
    }),
    OutputBucket = bucket,
    MaxRuntime = Duration.Minutes(20),
    RequestOverrides = new Dictionary<string, object>
    {
        ["OutputConfig"] = new Dictionary<string, object> { ["KmsKeyId"] = "alias/models" },
    },
});
Tags.Of(job).Add("team", "ml");
new CfnOutput(stack, "Image", new CfnOutputProps { Value = job.InferenceImage });
app.Synth();
