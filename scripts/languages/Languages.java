import io.github.cdkmljobs.CompilationJob;
import io.github.cdkmljobs.CompilationTarget;
import io.github.cdkmljobs.CompilationTargetOptions;
import io.github.cdkmljobs.CompilerOptions;
import io.github.cdkmljobs.DataInputConfig;
import io.github.cdkmljobs.Framework;
import io.github.cdkmljobs.ModelData;
import io.github.cdkmljobs.TargetDevice;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;

/** The stack of synthesize.ts, with the Maven artifact. */
public final class Languages {
  public static void main(final String[] args) {
    App app = new App();
    Stack stack = new Stack(app, "Languages");
    IBucket bucket = Bucket.fromBucketName(stack, "Bucket", "models");
    CompilationTargetOptions options =
        CompilationTargetOptions.builder()
            .compilerOptions(CompilerOptions.fromObject(Map.of("gpu-code", "sm_53")))
            .build();
    CompilationJob job =
        CompilationJob.Builder.create(stack, "Compile")
            .modelData(ModelData.fromBucket(bucket, "model.tar.gz"))
            .framework(Framework.XGBOOST)
            .dataInputConfig(DataInputConfig.fromObject(Map.of("data", List.of(1, 4))))
            .target(CompilationTarget.device(TargetDevice.JETSON_NANO, options))
            .outputBucket(bucket)
            .maxRuntime(Duration.minutes(20))
            .requestOverrides(Map.of("OutputConfig", Map.of("KmsKeyId", "alias/models")))
            .build();
    Tags.of(job).add("team", "ml");
    CfnOutput.Builder.create(stack, "Image").value(job.getInferenceImage()).build();
    app.synth();
  }
}
