namespace Beffroi.Psychometrics;

/// <summary>How much of a test one content area takes. Answered items count; skipped ones measured nothing.</summary>
public sealed record ContentQuota
{
    /// <summary>A quota.</summary>
    /// <param name="area">A content area of the bank.</param>
    /// <exception cref="ArgumentException">The area is blank.</exception>
    public ContentQuota(string area)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(area);
        Area = area;
    }

    /// <summary>The content area.</summary>
    public string Area { get; }

    /// <summary>Fewest answers: no stop rule ends the test before, and the last places of the test are kept for them. Default 0.</summary>
    public int Minimum { get; init => field = (int)Require.AtLeast(0, value, nameof(Minimum)); }

    /// <summary>Most answers; null (default) for no limit.</summary>
    public int? Maximum { get; init => field = value is { } most ? (int)Require.AtLeast(0, most, nameof(Maximum)) : null; }

    /// <summary>Share of the answers aimed at, in [0, 1]; null (default) when none is. The next item comes from the area furthest under its share
    /// (Kingsbury &amp; Zara, 1989, Applied Measurement in Education 2, 359-375).</summary>
    public double? TargetShare { get; init => field = value is { } share ? Require.Within(0, 1, share, nameof(TargetShare)) : null; }
}
