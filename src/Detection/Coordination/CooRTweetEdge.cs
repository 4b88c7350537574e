namespace Beffroi.Detection;

/// <summary>An edge of CooRTweet, column by column.</summary>
public sealed record CooRTweetEdge
{
    /// <summary>The vertex that CooRTweet numbers lower.</summary>
    public required string From { get; init; }

    /// <summary>The other.</summary>
    public required string To { get; init; }

    /// <summary>Pairs of shares.</summary>
    public required int Weight { get; init; }

    /// <summary>Mean time between the shares of a pair, seconds.</summary>
    public required double AverageTimeDelta { get; init; }

    /// <summary>Distinct posts that came first in a pair, of whichever account.</summary>
    public required int Contents { get; init; }

    /// <summary>Distinct posts that came second in a pair.</summary>
    public required int LaterContents { get; init; }

    /// <summary>Whether <see cref="Weight"/> is above the quantile asked for.</summary>
    public required bool AboveThreshold { get; init; }

    /// <summary>The lower of the two counts of posts over the higher.</summary>
    public double Symmetry => (double)Math.Min(Contents, LaterContents) / Math.Max(Contents, LaterContents);
}
