using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Incubator.Accounting;
using Beffroi.Kit;

namespace Beffroi.Incubator.Impact;

public enum Taken
{
    ByHand,

    /// <summary>Counted by the site.</summary>
    Computed,
}

/// <summary>What was found, once: a correction is another row for the same month, and the newest counts.</summary>
public sealed class Measure : IWrittenOnce
{
    public const int TextMaxLength = 1000;

    public required Guid Id { get; init; }
    public required Guid IndicatorId { get; init; }

    /// <summary>Under which meaning it was taken.</summary>
    public required Guid DefinitionId { get; init; }

    /// <summary>First day of the last month that it is about; how many months it covers is the definition's frequency.</summary>
    public required DateOnly Month { get; init; }
    public required double Value { get; init; }

    /// <summary>Where the value may well lie; both or neither.</summary>
    public double? Low { get; init; }
    public double? High { get; init; }

    /// <summary>How many people or things it rests on.</summary>
    public required int N { get; init; }

    /// <summary>Of a share: how many are in it, where it is known.</summary>
    public int? Part { get; init; }
    public required Taken Taken { get; init; }

    /// <summary>Where it was read, for a measure by hand; the figure's name, for one that was counted.</summary>
    public required string Source { get; init; }
    public string? Comment { get; init; }

    /// <summary>Null: the site itself.</summary>
    public required Guid? By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Too few for anybody to read it without finding one of them.</summary>
    public bool IsMasked => N < PublicFigure.Least || Part < PublicFigure.Least;

    public (double Low, double High)? Interval => Low is { } low && High is { } high ? (low, high) : null;

    /// <summary>Of what the site counts of a month: the same each time, so that two nodes that count at once write it once.</summary>
    public static Guid IdOf(Guid indicator, DateOnly month) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{indicator} {month:yyyy-MM}")))[..16]);

    /// <summary>The newest of each month, from the oldest month on.</summary>
    public static IReadOnlyList<Measure> Current(IEnumerable<Measure> all) =>
        [.. all.GroupBy(m => m.Month).Select(g => g.OrderBy(m => m.At).ThenBy(m => m.Id).Last()).OrderBy(m => m.Month)];
}
