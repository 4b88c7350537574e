using System.Globalization;
using Beffroi.Detection.Bench;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Detection.Bench -- --job short --filter '*'
// dotnet run -c Release --project bench/Detection.Bench -- accounts [COUNT] [MODEL]
// dotnet run -c Release --project bench/Detection.Bench -- coordination speed
// dotnet run -c Release --project bench/Detection.Bench -- coordination generate 1150000 shares.csv
// dotnet run -c Release --project bench/Detection.Bench -- coordination
switch (args)
{
    case ["accounts", .. var rest]:
        AccountThroughput.Run(rest);
        break;
    case ["coordination", "speed"]:
        CoordinationMeasure.Print();
        break;
    case ["coordination", "speed", var file]:
        CoordinationMeasure.One(file);
        break;
    case ["coordination", "generate", var count, var file]:
        using (var stream = File.Create(file))
        {
            new GeneratedShares(int.Parse(count, CultureInfo.InvariantCulture)).WriteCsv(stream);
        }

        break;
    case ["coordination", .. var rest]:
        CoordinationQuality.Run(rest);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
