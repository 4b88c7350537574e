namespace Beffroi.Detection;

/// <summary>A share with its interval, all from 0 to 1.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="Share">The estimate.</param>
/// <param name="High">Upper bound.</param>
public sealed record ShareInterval(double Low, double Share, double High);

/// <summary>How much of a narrative programs are likely to publish (<see cref="AmplificationShare"/>). It says nothing of who runs them, nor of intent.</summary>
public sealed record AmplificationEstimate
{
    /// <summary>Authors of whom the score tells, or who say that they are automated.</summary>
    public required int Known { get; init; }

    /// <summary>Authors of whom it does not tell.</summary>
    public required int Unknown { get; init; }

    /// <summary>Posts of the first.</summary>
    public required long KnownPosts { get; init; }

    /// <summary>Posts of the others.</summary>
    public required long UnknownPosts { get; init; }

    /// <summary>Share of the known authors that are automated; null when none is known.</summary>
    public required ShareInterval? Accounts { get; init; }

    /// <summary>Share of the posts of known authors that automated ones published; null when none is known.</summary>
    public required ShareInterval? Posts { get; init; }

    /// <summary>Bounds of the share among all authors: from the lower bound with none of the unknown ones automated to the upper bound with all of them.</summary>
    public required ShareInterval? AllAccounts { get; init; }

    /// <summary>The same for all posts.</summary>
    public required ShareInterval? AllPosts { get; init; }
}
