namespace Beffroi.Kit;

/// <summary>What a module counts of its own use, month by month, for whoever follows the impact of a service. Whole counts: who shows them masks them (<see cref="PublicFigure.Least"/>).</summary>
public interface ICountedFigures
{
    IReadOnlyList<CountedFigure> Offers { get; }

    /// <summary>Of these whole months in Paris, each given by its first day. What cannot be told, or must not be now, is left out.</summary>
    Task<IReadOnlyList<Counted>> Read(DateOnly first, DateOnly last, CancellationToken ct);
}

/// <summary>A figure that a module can give.</summary>
public sealed record CountedFigure
{
    /// <summary>Technical name, unlike any other of the site.</summary>
    public required string Name { get; init; }

    /// <summary>What is counted, in plain words.</summary>
    public required string Label { get; init; }

    /// <summary>How many months back, the last whole one included, it can still be told as it was: what is forgotten later would make old months smaller.</summary>
    public required int Months { get; init; }
}

/// <summary>A figure of one month.</summary>
public sealed record Counted
{
    public required string Name { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly Month { get; init; }

    public required double Value { get; init; }

    /// <summary>How many people or things it rests on.</summary>
    public required int N { get; init; }

    /// <summary>Of a share: how many of them are in it; it would give itself away while it is small.</summary>
    public int? Part { get; init; }

    /// <summary>Where the value may well lie, where it is estimated.</summary>
    public (double Low, double High)? Interval { get; init; }

    public static Counted Of(string name, DateOnly month, int count) => new() { Name = name, Month = month, Value = count, N = count };

    /// <summary>Null where nobody was asked: there is no share of nothing.</summary>
    public static Counted? Share(string name, DateOnly month, int part, int whole) =>
        whole == 0 ? null : new() { Name = name, Month = month, Value = (double)part / whole, N = whole, Part = part };
}

/// <summary>Whole months in Paris.</summary>
public static class Months
{
    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>First days of the months from one to the other, both included.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last)
    {
        for (var month = first; month <= last; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    /// <summary>Its first instant, and the first of the next.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Span(DateOnly month) => (French.Begins(month), French.Begins(month.AddMonths(1)));

    /// <summary>novembre 2026.</summary>
    public static string Say(DateOnly month) => month.ToString("MMMM yyyy", French.Culture);
}
