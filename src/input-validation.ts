import type { IConstruct } from 'constructs';
import { InputReport } from './validation/input-report';

/**
 * Lets the CDK's validation report have what is wrong with the inputs of jobs: the models, records and data that are read
 * when the app is synthesized.
 *
 * Without it, such an error ends the program where the job is made, and the first one hides all others. With it, the
 * app is constructed to its end; then the synthesis fails with all of them, each with the path of its construct, in the
 * report (`validation-report.json` in the cloud assembly). An error that you know better about is acknowledged by its
 * id, with `Validations.of(job).acknowledge()` of the CDK: `cdk-ml-jobs::modelArchive` (what is in a model archive),
 * `cdk-ml-jobs::modelInputs` (inputs that the model does not have), `cdk-ml-jobs::modelFolder` (the folder of a model that is
 * imported), `cdk-ml-jobs::dataFiles` (training and transform data) or `cdk-ml-jobs::records` (records of batch inference, and the
 * data of a customization). The library's warnings are in the report, too.
 *
 * It changes nothing with a version of aws-cdk-lib that has no `Validations`. What cannot be read at all, and a property
 * with a wrong value, is an error where the job is made, as ever.
 *
 * @example
 * declare const app: App;
 * InputValidation.addTo(app);
 */
export class InputValidation {
  /**
   * Reports what is found in the inputs of all jobs of an app or a stage that are made after this.
   *
   * @param scope The app or the stage.
   */
  public static addTo(scope: IConstruct): void {
    InputReport.addTo(scope);
  }

  private constructor() {}
}
