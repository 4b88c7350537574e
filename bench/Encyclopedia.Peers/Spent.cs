using System.Diagnostics;
using System.Globalization;

namespace Beffroi.Encyclopedia.Peers;

/// <summary>Time, and processor time, in seconds.</summary>
sealed record Spent(double Elapsed, double Processor)
{
    public static Spent operator +(Spent a, Spent b) => new(a.Elapsed + b.Elapsed, a.Processor + b.Processor);
}

/// <summary>Processor time from /proc, in ticks of a hundredth of a second.</summary>
static class ProcessorTime
{
    const double Tick = 0.01;

    /// <summary>Of these processes and all that they started, those that have ended included.</summary>
    public static double Of(IReadOnlyList<int> roots) => Tree(roots).Sum(l => l.Own + l.Ended) * Tick;

    /// <summary>These processes and all that they started.</summary>
    public static IReadOnlyList<int> Family(IReadOnlyList<int> roots) => Tree(roots).ConvertAll(l => l.Id);

    static List<Line> Tree(IReadOnlyList<int> roots)
    {
        var all = Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(d[6])).Select(d => Stat(Path.Combine(d, "stat"))).OfType<Line>().ToLookup(l => l.Parent);
        var every = all.SelectMany(l => l).ToList();
        var (found, wanted) = (new List<Line>(), new Queue<int>(roots));
        while (wanted.TryDequeue(out var id))
        {
            found.AddRange(every.Where(l => l.Id == id));
            foreach (var child in all[id])
            {
                wanted.Enqueue(child.Id);
            }
        }

        return found;
    }

    /// <summary>Runs a command to its end; its children count too.</summary>
    public static async Task<Spent> Run(ProcessStartInfo start, CancellationToken ct)
    {
        var before = Stat("/proc/self/stat")!.Ended;
        var clock = Stopwatch.StartNew();
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode == 0
            ? new(clock.Elapsed.TotalSeconds, (Stat("/proc/self/stat")!.Ended - before) * Tick)
            : throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed ({process.ExitCode}):\n{string.Concat(await said)}");
    }

    // proc(5): after the name in brackets come state, parent … then, eleventh on, utime, stime, cutime, cstime.
    static Line? Stat(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            var id = text[..text.IndexOf(' ', StringComparison.Ordinal)];
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new((int)Number(id), (int)Number(fields[1]), Number(fields[11]) + Number(fields[12]), Number(fields[13]) + Number(fields[14]));
        }
        catch (IOException)
        {
            // It has just ended.
            return null;
        }
    }

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    sealed record Line(int Id, int Parent, long Own, long Ended);
}
