using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>One item asked and what came of it.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Score">From 0 to the item's highest; null when the item was skipped.</param>
public sealed record CatAnswer(string ItemId, int? Score);

/// <summary>A session written down: what was answered and where chance stood. With the bank and the options of the same names it is all that is needed to go on
/// anywhere, with the very same next items. Plain values only: it can be serialised as it is.</summary>
public sealed record CatState
{
    /// <summary>The form of this record that the library writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Form of this record.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary><see cref="ItemBank.Version"/> of the bank.</summary>
    public required string Bank { get; init; }

    /// <summary><see cref="CatOptions.Name"/> of the options.</summary>
    public string Options { get; init; } = "";

    /// <summary>Mean of the person's prior, in logits.</summary>
    public required double PriorMean { get; init; }

    /// <summary>Standard deviation of the person's prior, in logits.</summary>
    public required double PriorStandardDeviation { get; init; }

    /// <summary>Where the random source stands.</summary>
    public required ulong Random { get; init; }

    /// <summary>Items asked, in order.</summary>
    public ImmutableArray<CatAnswer> Answers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Items selected and not asked, for the sake of their exposure.</summary>
    public ImmutableArray<string> SetAside { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Items that were at their exposure limit when the session began.</summary>
    public ImmutableArray<string> Withheld { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The item proposed and not answered yet; null when there is none.</summary>
    public string? Pending { get; init; }

    /// <summary>Why the caller ended the session; null when it did not.</summary>
    public StopReason? Ended { get; init; }
}
