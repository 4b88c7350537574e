namespace Beffroi.Eva.Scoring;

/// <summary>What a run of <c>securite</c> shows, marked by the server's key. How each figure is made: docs/eva-securite.md.</summary>
public sealed record SecuriteMeasures
{
    public required bool Finished { get; init; }

    /// <summary>The places were shown as a list: what was found since took no search.</summary>
    public required bool ListShown { get; init; }

    /// <summary>The dangers seen, in the order they were opened.</summary>
    public required IReadOnlyList<FoundDanger> Found { get; init; }

    /// <summary>Dangers where « non » or « je ne sais pas » was said, or that were never opened.</summary>
    public required int Missed { get; init; }

    /// <summary>Places without a danger where one was seen.</summary>
    public required int FalseAlarms { get; init; }

    /// <summary>Places judged, of every kind.</summary>
    public required int Judged { get; init; }

    public int NamedRight => Found.Count(danger => danger.NamedRight);

    /// <summary>Seconds, over the dangers found; null when none was, or when the search of one of them is not measurable.</summary>
    public double? MeanSearchSeconds =>
        Found.Count > 0 && Found.All(danger => danger.SearchSeconds is not null) ? Found.Average(danger => danger.SearchSeconds!.Value) : null;
}

/// <summary>A danger seen: « oui » was said of a place that has one.</summary>
public sealed record FoundDanger
{
    public required string Zone { get; init; }

    /// <summary>From the site shown, or the last place closed, to the first opening of this one; null when not measurable.</summary>
    public required double? SearchSeconds { get; init; }

    /// <summary>With what it was opened: <c>clavier</c> (places come one after the other), <c>souris</c> or <c>tactile</c>.</summary>
    public required string? Means { get; init; }

    /// <summary>The right one of three was chosen.</summary>
    public required bool NamedRight { get; init; }
}
