namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>The group of each person.</summary>
sealed class GroupColumn(string name)
{
    /// <summary>More groups than that are another thing: an identifier, a date.</summary>
    public const int MaxGroups = 1000;

    readonly Dictionary<string, short> _numbers = new(StringComparer.Ordinal);
    readonly List<short> _persons = [];

    /// <summary>Name of the column.</summary>
    public string Name => name;

    /// <summary>Names of the groups, in the order they were met.</summary>
    public IReadOnlyCollection<string> Names => _numbers.Keys;

    /// <summary>For each person, whether their group is this one.</summary>
    public bool[] Are(string group) => _numbers.TryGetValue(group, out var number) ? [.. _persons.Select(p => p == number)] : new bool[_persons.Count];

    /// <summary>For each person, the place of their group in a list of all of them.</summary>
    public int[] Places(IReadOnlyList<string> order)
    {
        var places = new int[order.Count];
        foreach (var (place, group) in order.Index())
        {
            places[_numbers[group]] = place;
        }

        return [.. _persons.Select(p => places[p])];
    }

    /// <summary>A group by its name, as typed for an option.</summary>
    /// <exception cref="CommandFailedException">Nobody is of that group.</exception>
    public string Require(string group, string file) => _numbers.ContainsKey(group)
        ? group
        : throw new CommandFailedException($"{file} : personne n’est du groupe {Quoted.Text(group)}{ClosestName.Hint(group, Names)}", ExitCodes.BadUsage);

    /// <summary>False when there are too many groups, or the name is too long.</summary>
    public bool TryAdd(string group)
    {
        if (!_numbers.TryGetValue(group, out var number))
        {
            if (_numbers.Count == MaxGroups || group.Length > TextColumn.Longest)
            {
                return false;
            }

            number = (short)_numbers.Count;
            _numbers.Add(group, number);
        }

        _persons.Add(number);
        return true;
    }
}
