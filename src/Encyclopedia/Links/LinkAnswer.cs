using Beffroi.Encyclopedia.LinkHealth;

namespace Beffroi.Encyclopedia.Links;

/// <summary>What became of one request.</summary>
public sealed record LinkAnswer
{
    /// <summary>HTTP status of the last step; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>One of <see cref="LinkFailure"/>; null when an answer came.</summary>
    public string? Failure { get; init; }

    public string? ETag { get; init; }

    /// <summary>The site asks to be left alone so long.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public static LinkAnswer Failed(string failure) => new() { Failure = failure };

    /// <summary>The page is there, perhaps for people only (401, 403), or its site is busy (429): robots get these where readers get the page.</summary>
    public bool IsAlive => Status is >= 200 and < 400 or 401 or 403 or 405 or 406 or 429 or 451;

    public bool IsUnknown => Failure is LinkFailure.Robots;
}
