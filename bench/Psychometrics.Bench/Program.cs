using Beffroi.Psychometrics.Bench;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Psychometrics.Bench -- --job short --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(PosteriorBench).Assembly).Run(args);
