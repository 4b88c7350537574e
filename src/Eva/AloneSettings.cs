namespace Beffroi.Eva;

/// <summary>For people who play alone, from configuration (section <c>Eva:Alone</c>).</summary>
public sealed record AloneSettings
{
    readonly int _keptDays = 90;

    /// <summary>Days that an evaluation played alone is kept after the last answer or return. 90 is ours (2026-11), no text gives a figure: the time to get an
    /// appointment with an adviser, summer holidays included, and no longer than that use needs (GDPR, article 5.1.e).</summary>
    public int KeptDays
    {
        get => _keptDays;
        init => _keptDays = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Eva:Alone:KeptDays is a number of days, from 1.");
    }
}
