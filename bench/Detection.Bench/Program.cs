using Beffroi.Detection.Bench;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Detection.Bench -- --job short --filter '*'
// dotnet run -c Release --project bench/Detection.Bench -- accounts [COUNT] [MODEL]
switch (args)
{
    case ["accounts", .. var rest]:
        AccountThroughput.Run(rest);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
