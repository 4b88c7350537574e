using Beffroi.Psychometrics.Bench;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Psychometrics.Bench -- --job short --filter '*'
// dotnet run -c Release --project bench/Psychometrics.Bench -- adaptive
if (args is ["adaptive"])
{
    AdaptiveMeasure.Print();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(PosteriorBench).Assembly).Run(args);
}
