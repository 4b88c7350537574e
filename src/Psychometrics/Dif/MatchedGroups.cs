namespace Beffroi.Psychometrics;

/// <summary>Two groups of people who answered the same items, matched on the sum of some of them.</summary>
sealed class MatchedGroups
{
    readonly ResponseMatrix _responses;
    readonly IReadOnlyList<bool> _focal;
    readonly int[] _persons;

    public MatchedGroups(ResponseMatrix responses, IReadOnlyList<bool> focal)
    {
        ArgumentNullException.ThrowIfNull(responses);
        ArgumentNullException.ThrowIfNull(focal);
        if (focal.Count != responses.Persons)
        {
            throw new ArgumentException($"The group of each of the {responses.Persons} people is needed; {focal.Count} are given.", nameof(focal));
        }

        (_responses, _focal, _persons) = (responses, focal, CompleteCases.Of(responses));
        Focal = _persons.Count(person => focal[person]);
        if (Focal == 0 || Reference == 0)
        {
            throw new ArgumentException("Each group needs somebody who answered every item.", nameof(focal));
        }
    }

    public int Items => _responses.Items;

    public int Focal { get; }

    public int Reference => _persons.Length - Focal;

    public int LeftOut => _responses.Persons - _persons.Length;

    public string Name(int item) => _responses.ItemNames[item];

    /// <summary>How many people of each group have each score on an item, for each sum over the anchors and the item itself, by increasing sum.</summary>
    public IReadOnlyList<Stratum> Strata(int item, bool[] anchors)
    {
        var strata = new SortedDictionary<int, Stratum>();
        foreach (var person in _persons)
        {
            var row = _responses.Row(person);
            var sum = 0;
            for (var i = 0; i < row.Length; i++)
            {
                sum += anchors[i] || i == item ? row[i] : 0;
            }

            if (!strata.TryGetValue(sum, out var stratum))
            {
                strata.Add(sum, stratum = new(sum, new int[_responses.MaxScores[item] + 1], new int[_responses.MaxScores[item] + 1]));
            }

            (_focal[person] ? stratum.Focal : stratum.Reference)[row[item]]++;
        }

        return [.. strata.Values];
    }
}
