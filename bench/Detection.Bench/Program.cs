using Beffroi.Detection.Bench;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Detection.Bench -- --job short --filter '*'
if (args is ["coordination", .. var rest])
{
    CoordinationQuality.Run(rest);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
