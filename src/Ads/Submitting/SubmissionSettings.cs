namespace Beffroi.Ads.Submitting;

/// <summary>What a site takes from people without an account (<c>Ads:Submissions</c>).</summary>
public sealed record SubmissionSettings
{
    /// <summary>Submissions from one address within an hour: a class behind one address sends a few.</summary>
    public int PerHour { get; init; } = 10;

    /// <summary>What reviewers can hope to read: beyond, nothing more is taken.</summary>
    public int MostWaiting { get; init; } = 500;
}
