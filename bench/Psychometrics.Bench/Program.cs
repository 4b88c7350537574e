using Beffroi.Psychometrics.Bench;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Psychometrics.Bench -- --job short --filter '*'
// dotnet run -c Release --project bench/Psychometrics.Bench -- adaptive
// dotnet run -c Release --project bench/Psychometrics.Bench -- calibration
if (args is ["adaptive"])
{
    AdaptiveMeasure.Print();
}
else if (args is ["calibration"])
{
    CalibrationMeasure.Print();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(PosteriorBench).Assembly).Run(args);
}
