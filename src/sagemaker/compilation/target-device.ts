/**
 * A device that Neo compiles models for: a family of SageMaker instances, or an edge device.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OutputConfig.html
 */
export class TargetDevice {
  /** AWS Lambda, which AWS's list of devices no longer has. */
  public static readonly AWS_LAMBDA = TargetDevice.of('lambda');
  /** ml.m4 instances. */
  public static readonly ML_M4 = TargetDevice.of('ml_m4');
  /** ml.m5 instances. */
  public static readonly ML_M5 = TargetDevice.of('ml_m5');
  /** ml.m6g instances. */
  public static readonly ML_M6_G = TargetDevice.of('ml_m6g');
  /** ml.c4 instances. */
  public static readonly ML_C4 = TargetDevice.of('ml_c4');
  /** ml.c5 instances. */
  public static readonly ML_C5 = TargetDevice.of('ml_c5');
  /** ml.c6g instances. */
  public static readonly ML_C6_G = TargetDevice.of('ml_c6g');
  /** ml.p2 instances. */
  public static readonly ML_P2 = TargetDevice.of('ml_p2');
  /** ml.p3 instances. */
  public static readonly ML_P3 = TargetDevice.of('ml_p3');
  /** ml.g4dn instances. */
  public static readonly ML_G4_DN = TargetDevice.of('ml_g4dn');
  /** ml.inf1 instances, with AWS Inferentia. */
  public static readonly ML_INF1 = TargetDevice.of('ml_inf1');
  /** ml.inf2 instances, with AWS Inferentia2; in us-east-2 only. */
  public static readonly ML_INF2 = TargetDevice.of('ml_inf2');
  /** ml.trn1 instances, with AWS Trainium; in us-east-1 only. */
  public static readonly ML_TRN1 = TargetDevice.of('ml_trn1');
  /** Amazon Elastic Inference, which AWS no longer offers. */
  public static readonly ML_EIA2 = TargetDevice.of('ml_eia2');
  /** NVIDIA Jetson TX1. */
  public static readonly JETSON_TX1 = TargetDevice.of('jetson_tx1');
  /** NVIDIA Jetson TX2. */
  public static readonly JETSON_TX2 = TargetDevice.of('jetson_tx2');
  /** NVIDIA Jetson Nano. */
  public static readonly JETSON_NANO = TargetDevice.of('jetson_nano');
  /** NVIDIA Jetson Xavier. */
  public static readonly JETSON_XAVIER = TargetDevice.of('jetson_xavier');
  /** Raspberry Pi 3 Model B. */
  public static readonly RASP3_B = TargetDevice.of('rasp3b');
  /** Raspberry Pi 4 Model B. */
  public static readonly RASP4_B = TargetDevice.of('rasp4b');
  /** NXP i.MX 8QuadMax. */
  public static readonly IMX8_QM = TargetDevice.of('imx8qm');
  /** AWS DeepLens, which AWS no longer offers. */
  public static readonly DEEPLENS = TargetDevice.of('deeplens');
  /** Rockchip RK3399. */
  public static readonly RK3399 = TargetDevice.of('rk3399');
  /** Rockchip RK3288. */
  public static readonly RK3288 = TargetDevice.of('rk3288');
  /** Acer aiSage. */
  public static readonly AISAGE = TargetDevice.of('aisage');
  /** The device `sbe_c`. */
  public static readonly SBE_C = TargetDevice.of('sbe_c');
  /** Qualcomm QCS605. */
  public static readonly QCS605 = TargetDevice.of('qcs605');
  /** Qualcomm QCS603. */
  public static readonly QCS603 = TargetDevice.of('qcs603');
  /** Texas Instruments Sitara AM57x. */
  public static readonly SITARA_AM57_X = TargetDevice.of('sitara_am57x');
  /** Ambarella CV2. */
  public static readonly AMBA_CV2 = TargetDevice.of('amba_cv2');
  /** Ambarella CV22. */
  public static readonly AMBA_CV22 = TargetDevice.of('amba_cv22');
  /** Ambarella CV25. */
  public static readonly AMBA_CV25 = TargetDevice.of('amba_cv25');
  /** Windows on x86, 32 bit. */
  public static readonly X86_WIN32 = TargetDevice.of('x86_win32');
  /** Windows on x86, 64 bit. */
  public static readonly X86_WIN64 = TargetDevice.of('x86_win64');
  /** Apple devices, through Core ML. */
  public static readonly COREML = TargetDevice.of('coreml');
  /** Texas Instruments Jacinto TDA4VM. */
  public static readonly JACINTO_TDA4_VM = TargetDevice.of('jacinto_tda4vm');
  /** NXP i.MX 8M Plus. */
  public static readonly IMX8_MPLUS = TargetDevice.of('imx8mplus');

  /**
   * A device that this library does not know yet.
   *
   * @param value The device as the API spells it.
   */
  public static of(value: string): TargetDevice {
    return new TargetDevice(value);
  }

  private constructor(
    /** The device as the API spells it. */
    public readonly value: string,
  ) {}
}
