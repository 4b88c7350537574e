namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>The group of each person.</summary>
sealed class GroupColumn
{
    /// <summary>More groups than that are another thing: an identifier, a date.</summary>
    public const int MaxGroups = 1000;

    readonly Dictionary<string, short> _numbers = new(StringComparer.Ordinal);
    readonly List<short> _persons = [];

    /// <summary>Names of the groups, in the order they were met; a person without one is in the group named "".</summary>
    public IReadOnlyCollection<string> Names => _numbers.Keys;

    /// <summary>For each person, whether their group is this one.</summary>
    public bool[] Are(string name) => _numbers.TryGetValue(name, out var number) ? [.. _persons.Select(p => p == number)] : new bool[_persons.Count];

    /// <summary>False when there are too many groups, or the name is too long.</summary>
    public bool TryAdd(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            if (_numbers.Count == MaxGroups || name.Length > TextColumn.Longest)
            {
                return false;
            }

            number = (short)_numbers.Count;
            _numbers.Add(name, number);
        }

        _persons.Add(number);
        return true;
    }
}
