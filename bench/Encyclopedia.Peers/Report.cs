using System.Globalization;

namespace Beffroi.Encyclopedia.Peers;

/// <summary>Each measure as it comes, then one table: the median of the runs, and the least and the most where it matters.</summary>
sealed class Report
{
    readonly List<(string Act, string Wiki, Figures Figures)> _measured = [];
    readonly List<(string Wiki, Spent Spent, double LoadAverage)> _imports = [];

    public void Add(int run, string act, string wiki, Figures f)
    {
        _measured.Add((act, wiki, f));
        Say($"run {run}, {act}, {wiki}: {f.ByS:0.0} requests/s, p50 {f.P50:0.0} ms, p95 {f.P95:0.0} ms, {f.Processor:0.00} ms of processor by request, shown {f.Shown:P0}, load {f.LoadAverage:0.0}");
    }

    public void Add(int run, string act, string wiki, Spent spent, double average)
    {
        _imports.Add((wiki, spent, average));
        Say($"run {run}, {act}, {wiki}: {spent.Processor:0.0} s of processor, {spent.Elapsed:0.0} s, load {average:0.0}");
    }

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("| act | | requests/s | p50, ms | p95, ms | processor by request, ms | times Beffroi’s | searches that found | load average |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var act in _measured.GroupBy(m => m.Act))
        {
            var ours = act.Where(m => m.Wiki == "Beffroi").Select(m => m.Figures.Processor).ToList();
            foreach (var wiki in act.GroupBy(m => m.Wiki, m => m.Figures))
            {
                Say($"| {act.Key} | {wiki.Key} | {Middle(wiki, f => f.ByS)} | {Middle(wiki, f => f.P50)} | {Spread(wiki, f => f.P95)} | {Spread(wiki, f => f.Processor)} | {Times(wiki.Select(f => f.Processor), ours)} | {(act.Key.StartsWith("search", StringComparison.Ordinal) ? Median(wiki.Select(f => f.Shown)).ToString("P0", CultureInfo.InvariantCulture) : "")} | {Range(wiki.Select(f => f.LoadAverage))} |");
            }
        }

        Console.WriteLine();
        Console.WriteLine("| import | processor, s | time, s | times Beffroi’s processor | load average |");
        Console.WriteLine("|---|---|---|---|---|");
        var own = _imports.Where(i => i.Wiki == "Beffroi").Select(i => i.Spent.Processor).ToList();
        foreach (var wiki in _imports.GroupBy(i => i.Wiki))
        {
            Say($"| {wiki.Key} | {Spread(wiki, i => i.Spent.Processor)} | {Spread(wiki, i => i.Spent.Elapsed)} | {Times(wiki.Select(i => i.Spent.Processor), own)} | {Range(wiki.Select(i => i.LoadAverage))} |");
        }

        Console.WriteLine();
    }

    static string Times(IEnumerable<double> theirs, List<double> ours) => ours.Count == 0 ? "" : Figure(Median(theirs) / Median(ours));

    static string Middle<T>(IEnumerable<T> runs, Func<T, double> figure) => Figure(Median(runs.Select(figure)));

    static string Spread<T>(IEnumerable<T> runs, Func<T, double> figure)
    {
        var all = runs.Select(figure).ToList();
        return all.Count == 1 ? Figure(all[0]) : $"{Figure(Median(all))} ({Range(all)})";
    }

    static string Range(IEnumerable<double> values) => Figure(values.Min()) + "-" + Figure(values.Max());

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    static string Figure(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
