using System.Diagnostics;
using System.Globalization;

namespace Beffroi.Detection.Bench;

/// <summary>What coordination costs from a CSV file to clusters, and what it finds of planted groups. Each size runs in a process of its own, so that its peak of memory is its own.</summary>
static class CoordinationMeasure
{
    const long Window = 60;

    public static void Print()
    {
        Console.WriteLine("      shares     MB       pairs    ties  read s  join s  analysis s  CPU s  peak MB  ns/share  recall  false alarms");
        foreach (var count in (int[])[100_000, 1_150_000, 10_000_000])
        {
            var file = Path.Combine(Path.GetTempPath(), $"beffroi-shares-{count}.csv");
            using (var stream = File.Create(file))
            {
                new GeneratedShares(count).WriteCsv(stream);
            }

            using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Environment.GetCommandLineArgs()[..1].Where(a => a.EndsWith(".dll", StringComparison.Ordinal) && !Environment.ProcessPath!.EndsWith("Bench", StringComparison.Ordinal)), "coordination", "speed", file]))!;
            child.WaitForExit();
            File.Delete(file);
        }
    }

    public static void One(string file)
    {
        var process = Process.GetCurrentProcess();
        var clock = Stopwatch.StartNew();
        var table = new ShareTable();
        using (var stream = new FileStream(file, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 }))
        {
            ShareReader.Read(stream, table);
        }

        var read = clock.Elapsed;
        var sharing = CoSharing.Find(table, new() { Window = Window });
        var joined = clock.Elapsed;
        process.Refresh();
        var (cpu, peak) = (process.TotalProcessorTime, process.PeakWorkingSet64);
        var findings = CoordinationAnalysis.Run(sharing.Network, sharing.Census);
        var found = findings.Clusters.SelectMany(c => c.Members).ToHashSet(StringComparer.Ordinal);
        var planted = sharing.Census.Activity.Keys.Where(a => a.StartsWith(GeneratedShares.Planted, StringComparison.Ordinal)).ToList();
        var others = sharing.Census.Activity.Count - planted.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{table.Count,12:N0} {new FileInfo(file).Length / 1e6,6:F1} {sharing.PairCount,11:N0} {sharing.Network.Ties.Count,7:N0} {read.TotalSeconds,7:F2} {(joined - read).TotalSeconds,7:F2} {(clock.Elapsed - joined).TotalSeconds,11:F2} {cpu.TotalSeconds,6:F2} {peak / 1048576.0,8:F0} {cpu.TotalNanoseconds / table.Count,9:F0} {(double)planted.Count(found.Contains) / planted.Count,7:P1} {(double)(found.Count - planted.Count(found.Contains)) / others,13:P2}"));
    }
}
