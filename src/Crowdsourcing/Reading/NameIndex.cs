using System.Globalization;

namespace Beffroi.Crowdsourcing;

/// <summary>Names in the order in which they are met, each with its number.</summary>
sealed class NameIndex
{
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    readonly List<string> _names = [];

    public NameIndex() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _names.Count;

    public int Of(ReadOnlySpan<char> name)
    {
        if (!_bySpan.TryGetValue(name, out var number))
        {
            number = _names.Count;
            _names.Add(name.ToString());
            _numbers.Add(_names[number], number);
        }

        return number;
    }

    /// <summary>Names in an order of their own (whole numbers by value, otherwise by characters), and the place of each number in it: the order of the
    /// lines of a file changes nothing.</summary>
    public (string[] Names, int[] Places) Sorted()
    {
        string[] names = [.. _names];
        int[] numbers = [.. Enumerable.Range(0, names.Length)];
        var values = new long[names.Length];
        var whole = true;
        for (var at = 0; at < names.Length && whole; at++)
        {
            whole = long.TryParse(names[at], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out values[at]);
        }

        Array.Sort(numbers, (x, y) => (whole ? values[x].CompareTo(values[y]) : 0) is not 0 and var order ? order : string.CompareOrdinal(names[x], names[y]));
        var places = new int[names.Length];
        for (var at = 0; at < numbers.Length; at++)
        {
            places[numbers[at]] = at;
        }

        return ([.. numbers.Select(n => names[n])], places);
    }
}
