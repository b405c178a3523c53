// The stack of synthesize.ts, with the Go module.
package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/jsii-runtime-go"
	ml "github.com/cdk-ml-jobs/cdk-ml-jobs-go/cdkmljobs"
)

func main() {
	defer jsii.Close()
	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Languages"), nil)
	bucket := awss3.Bucket_FromBucketName(stack, jsii.String("Bucket"), jsii.String("models"))
	job := ml.NewCompilationJob(stack, jsii.String("Compile"), &ml.CompilationJobProps{
		ModelData:       ml.ModelData_FromBucket(bucket, jsii.String("model.tar.gz")),
		Framework:       ml.Framework_XGBOOST(),
		DataInputConfig: ml.DataInputConfig_FromObject(&map[string]interface{}{"data": []float64{1, 4}}),
		Target: ml.CompilationTarget_Device(ml.TargetDevice_JETSON_NANO(), &ml.CompilationTargetOptions{
			CompilerOptions: ml.CompilerOptions_FromObject(&map[string]interface{}{"gpu-code": "sm_53"}),
		}),
		OutputBucket:     bucket,
		MaxRuntime:       awscdk.Duration_Minutes(jsii.Number(20)),
		RequestOverrides: &map[string]interface{}{"OutputConfig": map[string]string{"KmsKeyId": "alias/models"}},
	})
	awscdk.Tags_Of(job).Add(jsii.String("team"), jsii.String("ml"), nil)
	awscdk.NewCfnOutput(stack, jsii.String("Image"), &awscdk.CfnOutputProps{Value: job.InferenceImage()})
	app.Synth(nil)
}
