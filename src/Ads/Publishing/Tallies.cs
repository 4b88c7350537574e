using System.Globalization;

namespace Beffroi.Ads;

/// <summary>Reads what a verdict keeps: name, colon, value, separated by semicolons.</summary>
public static class Tallies
{
    public static IReadOnlyDictionary<string, int> Counts(string written) => Read(written, value => int.Parse(value, NumberStyles.Integer, CultureInfo.InvariantCulture));

    public static IReadOnlyDictionary<string, double> Shares(string written) => Read(written, value => double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture));

    static Dictionary<string, T> Read<T>(string written, Func<string, T> value) => written.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(part => part.Split(':', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => value(pair[1]), StringComparer.Ordinal);
}
