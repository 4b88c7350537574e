using Beffroi.Ads.Law;

namespace Beffroi.Ads;

/// <summary>A fact that a reviewer looked up, with where they read it: rules take it before what the source or people say. Never changed: a later one takes its place.</summary>
public sealed class EstablishedFact
{
    public const int ValueMaxLength = 1000;
    public const int BecauseMinLength = 10;
    public const int BecauseMaxLength = 1000;

    public required Guid Id { get; init; }
    public required Guid AdId { get; init; }
    public required FactKey Key { get; init; }

    /// <summary>As <see cref="FactAnswers"/> writes it; null: what was established is taken back, nobody knows any more.</summary>
    public required string? Value { get; init; }

    /// <summary>Where it was read, in the reviewer's words.</summary>
    public required string Because { get; init; }

    /// <summary><see cref="Ad.LastingHash"/> of what was read: of an ad that says something else since, it establishes nothing.</summary>
    public required string TextHash { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The one whose place it takes.</summary>
    public Guid? Replaces { get; init; }
}
