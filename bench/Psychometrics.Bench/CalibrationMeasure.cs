using System.Diagnostics;

namespace Beffroi.Psychometrics.Bench;

/// <summary>Processor time of a calibration, by plain clocks: the simulated 10 000 × 60 of the tests, then how it grows with people and items, then the
/// R packages of Debian on the same answers where they are installed.</summary>
static class CalibrationMeasure
{
    public static void Print()
    {
        var reference = Digits(Path.Combine(Repository(), "tests", "Psychometrics.Tests", "Data", "sim10k60_responses.txt.gz"));
        foreach (var run in new[] { "cold", "warm", "warm" })
        {
            Time($"2PL 10 000 × 60, tolerance 1e-4, {run}", reference, errors: false);
        }

        Time("2PL 10 000 × 60, standard errors", reference, errors: true);
        var items = AdaptiveWorld.Bank(120).Items.Select(i => i.Model).ToArray();
        foreach (var (people, count) in new[] { (1_000, 60), (10_000, 60), (100_000, 60), (10_000, 15), (10_000, 30), (10_000, 120) })
        {
            Time($"2PL {people} × {count}", Draw(items[..count], people), errors: false);
        }

        Peers.Print(Draw([.. Enumerable.Range(0, 30).Select(i => LogisticItem.Rasch(-2 + (i / 7.5)))], 5_000));
    }

    static void Time(string what, ResponseMatrix answers, bool errors)
    {
        var (cpu, memory) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes());
        var found = Calibrator.Run(answers, new() { Family = ItemFamily.TwoParameter, Tolerance = 1e-4, StandardErrors = errors });
        var spent = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        var cells = (double)answers.Persons * answers.Items * found.Iterations;
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {spent.TotalSeconds:0.000} s CPU, {found.Iterations} maps, {spent.TotalNanoseconds / cells:0.00} ns a cell and map, logLik {found.LogLikelihood:0.0000}, {(GC.GetTotalAllocatedBytes() - memory) / 1e6:0} MB allocated"));
    }

    static ResponseMatrix Draw(ItemModel[] items, int people)
    {
        var (chance, scores) = (new Random(people), new sbyte[people * items.Length]);
        for (var at = 0; at < scores.Length; at += items.Length)
        {
            var ability = Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
            for (var i = 0; i < items.Length; i++)
            {
                scores[at + i] = (sbyte)(chance.NextDouble() < items[i].Probability(ability, 1) ? 1 : 0);
            }
        }

        return new([.. Enumerable.Range(1, items.Length).Select(i => $"i{i}")], scores);
    }

    static ResponseMatrix Digits(string path)
    {
        using var reader = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new([.. Enumerable.Range(1, lines[0].Length).Select(i => $"i{i}")], lines.SelectMany(line => line.Select(c => (sbyte)(c - '0'))).ToArray());
    }

    static string Repository([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "..");
}
