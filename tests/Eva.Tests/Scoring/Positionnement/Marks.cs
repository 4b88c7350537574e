using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Positionnement;

/// <summary>Marks of a play, written family by family.</summary>
static class Marks
{
    public static ItemMarks Of(params (string Ids, decimal Points)[] given) =>
        new(given.SelectMany(g => Ids(g.Ids).Select(id => (id, g.Points))).ToDictionary(m => m.id, m => m.Points, StringComparer.Ordinal));

    // "APlc1-20" or "HPar1".
    static IEnumerable<string> Ids(string ids)
    {
        var code = ids[..4].All(char.IsLetter) ? ids[..4] : ids[..5];
        var numbers = ids[code.Length..].Split('-').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(numbers[0], numbers[^1] - numbers[0] + 1).Select(n => $"{code}{n}");
    }
}
