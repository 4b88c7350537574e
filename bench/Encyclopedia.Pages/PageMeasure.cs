using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace Beffroi.Encyclopedia.Pages;

/// <summary>Pages of entries as readers ask for them: each once, when none is kept, then again and again. The processor time is that of the site's process alone.</summary>
static class PageMeasure
{
    /// <summary>Of /proc/PID/stat: hundredths of a second on Linux.</summary>
    const double TicksPerSecond = 100;

    public static async Task Print(Uri site, int process, int clients, int requests)
    {
        using var http = new HttpClient { BaseAddress = site };
        var pages = await Pages(http);
        Console.WriteLine($"{pages.Count} pages, {clients} clients, load average {Load()}");
        Console.WriteLine("| | requests | req/s | p50 (ms) | p95 (ms) | p99 (ms) | CPU per request (ms) |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        await Run(http, process, "made, each once", pages, clients);
        await Run(http, process, "kept", [.. Enumerable.Range(0, requests).Select(i => pages[i % pages.Count])], clients);
        await Run(http, process, "kept, again", [.. Enumerable.Range(0, requests).Select(i => pages[i * 7 % pages.Count])], clients);
    }

    static async Task<List<string>> Pages(HttpClient http)
    {
        var map = XDocument.Parse(await http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative)));
        return [.. map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath).Where(p => p.Contains("/fiche/", StringComparison.Ordinal) || p.Contains("/entry/", StringComparison.Ordinal))];
    }

    static async Task Run(HttpClient http, int process, string name, IReadOnlyList<string> pages, int clients)
    {
        var times = new double[pages.Count];
        var next = -1;
        var (before, watch) = (Cpu(process), Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < pages.Count; i = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(pages[i], UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }));
        var (spent, elapsed) = (Cpu(process) - before, watch.Elapsed.TotalSeconds);
        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {pages.Count} | {pages.Count / elapsed:F0} | {At(0.5):F2} | {At(0.95):F2} | {At(0.99):F2} | {spent * 1000 / pages.Count:F3} |"));

        double At(double share) => times[(int)Math.Min(times.Length - 1, share * times.Length)];
    }

    static double Cpu(int process)
    {
        // The name, in parentheses, may hold spaces.
        var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
        return (Read(fields[11]) + Read(fields[12])) / TicksPerSecond;
    }

    static double Read(string ticks) => double.Parse(ticks, CultureInfo.InvariantCulture);

    static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];
}
