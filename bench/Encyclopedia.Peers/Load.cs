using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Beffroi.Encyclopedia.Peers;

/// <summary>An address, and the word that its page must show.</summary>
sealed record Asked(Uri Address, string Mark);

/// <summary>What one measure found; milliseconds.</summary>
sealed record Figures(double ByS, double P50, double P95, double Processor, double Shown, double LoadAverage);

/// <summary>Four clients that each ask for the next page as soon as they have the last, and keep their cookies.</summary>
static class Load
{
    public const int Clients = 4;

    /// <param name="must">Every page must show its mark; a search may find nothing, and is counted.</param>
    public static async Task<Figures> Measure(Wiki wiki, IReadOnlyList<Asked> asked, bool must, CancellationToken ct)
    {
        var average = Average();
        var times = new double[asked.Count];
        var (next, shown) = (-1, 0);
        var processor = ProcessorTime.Of(wiki.Servers);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Client()));
        var elapsed = clock.Elapsed.TotalSeconds;
        processor = ProcessorTime.Of(wiki.Servers) - processor;
        Array.Sort(times);
        return new(asked.Count / elapsed, Rank(times, 0.5), Rank(times, 0.95), processor * 1000 / asked.Count, shown / (double)asked.Count, average);

        async Task Client()
        {
            await Task.Yield();
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromMinutes(2) };
            for (int at; (at = Interlocked.Increment(ref next)) < asked.Count;)
            {
                var one = asked[at];
                var start = Stopwatch.GetTimestamp();
                using var request = new HttpRequestMessage(HttpMethod.Get, one.Address);
                // Many visitors, not one that asks too much: each request comes from an address of its own, as behind a proxy.
                request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{at >> 16 & 255}.{at >> 8 & 255}.{at & 255}"));
                using var answer = await http.SendAsync(request, ct);
                var body = await answer.Content.ReadAsByteArrayAsync(ct);
                times[at] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                var shows = body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(one.Mark)) >= 0;
                if (!answer.IsSuccessStatusCode || (must && !shows))
                {
                    throw new InvalidOperationException($"{wiki.Name}: {one.Address} answered {(int)answer.StatusCode}{(shows ? "" : $" without « {one.Mark} »")}:\n{Encoding.UTF8.GetString(body)[..Math.Min(body.Length, 2000)]}");
                }

                Interlocked.Add(ref shown, shows ? 1 : 0);
            }
        }
    }

    /// <summary>Of the last minute.</summary>
    public static double Average() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    // Nearest rank.
    static double Rank(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
