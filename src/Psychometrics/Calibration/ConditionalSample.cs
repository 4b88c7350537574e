namespace Beffroi.Psychometrics;

/// <summary>What answers tell once total scores are given: sufficient counts.</summary>
sealed class ConditionalSample
{
    ConditionalSample(int[] maxScores)
    {
        MaxScores = maxScores;
        FirstSteps = new int[maxScores.Length];
        for (var i = 1; i < maxScores.Length; i++)
        {
            FirstSteps[i] = FirstSteps[i - 1] + maxScores[i - 1];
        }

        Reached = new double[maxScores.Sum()];
    }

    public int[] MaxScores { get; }

    /// <summary>Place of the first step of each item among all the steps.</summary>
    public int[] FirstSteps { get; }

    /// <summary>For each step of each item, informative people who passed it.</summary>
    public double[] Reached { get; }

    public List<ConditionalGroup> Groups { get; } = [];

    /// <summary>Number of informative people.</summary>
    public int Persons => Groups.Sum(group => group.People.Sum());

    /// <summary>Why no finite and unique estimate exists; null when nothing is known against it.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The answers of the people kept, on items of these highest scores.</summary>
    public static ConditionalSample Of(ResponseMatrix data, IEnumerable<int> maxScores, Func<int, bool>? kept = null)
    {
        var sample = new ConditionalSample([.. maxScores]);
        var seen = sample.MaxScores.Select(max => new int[max + 1]).ToArray();
        var known = new Dictionary<string, ConditionalGroup>(StringComparer.Ordinal);
        for (var person = 0; person < data.Persons; person++)
        {
            if (kept?.Invoke(person) != false)
            {
                sample.Count(data.Row(person), known, seen);
            }
        }

        sample.Trouble = sample.Unseen(data, seen) ?? sample.Apart();
        return sample;
    }

    void Count(ReadOnlySpan<sbyte> row, Dictionary<string, ConditionalGroup> known, int[][] seen)
    {
        var (total, highest, answered) = (0, 0, new char[row.Length]);
        for (var i = 0; i < row.Length; i++)
        {
            (total, highest, answered[i]) = row[i] < 0 ? (total, highest, '0') : (total + row[i], highest + MaxScores[i], '1');
        }

        var key = new string(answered);
        if (total == 0 || total == highest || key.AsSpan().Count('1') < 2)
        {
            return;
        }

        if (!known.TryGetValue(key, out var group))
        {
            known.Add(key, group = new([.. Enumerable.Range(0, row.Length).Where(i => answered[i] == '1')], new int[highest + 1]));
            Groups.Add(group);
        }

        group.People[total]++;
        foreach (var i in group.Items)
        {
            seen[i][row[i]]++;
            for (var step = 0; step < row[i]; step++)
            {
                Reached[FirstSteps[i] + step]++;
            }
        }
    }

    string? Unseen(ResponseMatrix data, int[][] seen)
    {
        for (var i = 0; i < seen.Length; i++)
        {
            if (MaxScores[i] == 0 || Array.IndexOf(seen[i], 0) is >= 0)
            {
                return $"Among people whose total is not extreme, nobody has score {Math.Max(0, Array.IndexOf(seen[i], 0))} on {data.ItemNames[i]}, or everybody: its parameter is not finite.";
            }
        }

        return null;
    }

    // Items are compared through people who answered both, directly or through others.
    string? Apart()
    {
        var linked = new HashSet<int> { 0 };
        for (var before = 0; before < linked.Count;)
        {
            before = linked.Count;
            foreach (var group in Groups.Where(group => group.Items.Any(linked.Contains)))
            {
                linked.UnionWith(group.Items);
            }
        }

        return linked.Count == MaxScores.Length ? null : "Items fall into sets that no person links: their parameters cannot be compared.";
    }
}
