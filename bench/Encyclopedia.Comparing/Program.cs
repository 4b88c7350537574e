using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Beffroi.Encyclopedia.Differences;
using Beffroi.Encyclopedia.Differences.ByWord;

// dotnet run -c Release --project bench/Encyclopedia.Comparing -- ../shared/data/encyclopedia/disencyclopedia_revisions.json
// The time of a word-level difference: each revision with the one before, then texts of 10,000 lines.
using var file = JsonDocument.Parse(File.ReadAllBytes(args[0]));
var pairs = file.RootElement.EnumerateObject().SelectMany(page => Pairs([.. page.Value.EnumerateArray().Select(r => r.GetProperty("text").GetString() ?? "")])).ToList();
foreach (var (before, after) in pairs)
{
    TextDiff.Of(before, after);
}

var times = pairs.Select(p => Time(p.Before, p.After)).Order().ToList();
Print($"{pairs.Count} revisions: median {times[times.Count / 2]:0.00} ms, p95 {times[(int)(times.Count * 0.95)]:0.00} ms, longest {times[^1]:0.00} ms");

var lines = Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"La ligne {i} dit {i * 7 % 13} choses.\n")).ToArray();
var start = string.Concat(lines);
Print($"10,000 lines, every other one removed: {Time(start, string.Concat(lines.Where((_, i) => i % 2 == 0))):0} ms");
Print($"10,000 lines, a word changed in each: {Time(start, start.Replace("choses", "mots", StringComparison.Ordinal)):0} ms");
Print($"10,000 lines, reversed: {Time(start, string.Concat(lines.Reverse())):0} ms");
Print($"10,000 lines, all on one line: {Time(start, start.Replace('\n', ' ')):0} ms");
Print($"10,000 lines, another text: {Time(start, string.Concat(lines.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"Another text {i % 50} altogether {i}.\n")))):0} ms");

static IEnumerable<(string Before, string After)> Pairs(IReadOnlyList<string> texts) => texts.Select((text, i) => (i == 0 ? "" : texts[i - 1], text));

static double Time(string before, string after)
{
    var clock = Stopwatch.StartNew();
    TextDiff.Of(before, after);
    return clock.Elapsed.TotalMilliseconds;
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
