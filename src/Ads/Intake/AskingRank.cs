namespace Beffroi.Ads;

/// <summary>Which ads people are asked about first: those that are shown these days and that nobody declared, where an answer may still change something; archives and declared ads after.</summary>
public static class AskingRank
{
    /// <summary>A reviewer asks for it.</summary>
    public const int Wished = -1;

    public const int Running = 0;
    public const int Later = 1;

    /// <summary>Libraries are read days after what they tell.</summary>
    static readonly TimeSpan Recent = TimeSpan.FromDays(60);

    public static int Of(Ad ad, DateTimeOffset now)
    {
        var shown = ad.LastShownAt ?? ad.FirstShownAt ?? (ad.SeenOn is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null);
        // Still shown, or nothing is said of when.
        var runs = (ad.LastShownAt is null && ad.FirstShownAt is not null) || shown is null || shown >= now - Recent;
        return ad.DeclaredPolitical != true && runs ? Running : Later;
    }
}
