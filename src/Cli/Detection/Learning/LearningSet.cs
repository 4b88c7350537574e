using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Learning;

/// <summary>The accounts of one labelled set, as features.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Features and label of each account.</param>
sealed record LearningSet(string Name, IReadOnlyList<(float[] Features, bool Bot)> Rows)
{
    /// <summary>Fewest programs and fewest people for a set to teach by itself.</summary>
    const int Least = 30;

    public int Bots { get; } = Rows.Count(r => r.Bot);

    bool TeachesAlone => Bots >= Least && Rows.Count - Bots >= Least;

    /// <summary>The sets by name; those that cannot teach alone (one label only, or few accounts) are joined to the largest, or together where none can.</summary>
    public static List<LearningSet> Split(IEnumerable<(string Set, float[] Features, bool Bot)> rows)
    {
        var sets = rows.GroupBy(r => r.Set, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new LearningSet(g.Key, [.. g.Select(r => (r.Features, r.Bot))])).ToList();
        var (alone, others) = (sets.Where(s => s.TeachesAlone).ToList(), sets.Where(s => !s.TeachesAlone).ToList());
        if (others.Count == 0)
        {
            return alone;
        }

        var host = alone.MaxBy(s => s.Rows.Count);
        var joined = (host is null ? others : [host, .. others]);
        return [.. alone.Where(s => s != host), new(string.Join(" + ", joined.Select(s => s.Name)), [.. joined.SelectMany(s => s.Rows)])];
    }

    /// <summary>
    /// Weights under which programs and people count the same, within each class of popularity as far as asked: where few followers go with programs in
    /// one set, another has it the other way round.
    /// </summary>
    public float[] Weights(double even)
    {
        const double mostWeight = 3;
        var classes = Rows.GroupBy(r => Popularity(r.Features)).ToDictionary(g => g.Key, g => (Bots: g.Count(r => r.Bot), People: g.Count(r => !r.Bot)));
        var weights = new double[Rows.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            var (bot, (bots, people)) = (Rows[i].Bot, classes[Popularity(Rows[i].Features)]);
            var mass = (double)bots * people / (bots + people);
            var within = Math.Min(mostWeight, mass / Math.Max(1, bot ? bots : people));
            var over = Rows.Count / 2.0 / Math.Max(1, bot ? Bots : Rows.Count - Bots);
            weights[i] = (even * within) + ((1 - even) * over);
        }

        var mean = weights.Average();
        return [.. weights.Select(w => (float)(w / mean))];
    }

    static int Popularity(float[] features) => features[(int)AccountFeature.Followers] switch
    {
        < 10 => 0,
        < 40 => 1,
        < 120 => 2,
        < 350 => 3,
        < 1_000 => 4,
        < 4_000 => 5,
        < 30_000 => 6,
        < 1_000_000 => 7,
        float.NaN => -1,
        _ => 8,
    };
}
