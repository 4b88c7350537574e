namespace Beffroi.Chat;

/// <summary>What somebody is about to say, as typed.</summary>
public sealed record ComposerForm
{
    /// <summary>Chosen when the form was made: sent twice, it is one message.</summary>
    public string? Id { get; init; }
    public string? Text { get; init; }

    /// <summary>Who may read it: see <see cref="Narrower"/>; empty: everybody in the room.</summary>
    public string? Who { get; init; }
    public string[]? Organisations { get; init; }
    public string[]? People { get; init; }
    public string[]? Quotes { get; init; }

    /// <summary><see cref="Room.Widenings"/> when the form was shown.</summary>
    public string? Widenings { get; init; }

    /// <summary><c>draft</c>: keep it, do not send it.</summary>
    public string? Act { get; init; }

    public bool IsDraft => string.Equals(Act, "draft", StringComparison.Ordinal);

    public static IReadOnlyList<Guid> Ids(string[]? typed) => [.. (typed ?? []).Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
}

/// <summary>Ways to say something to fewer people than the room.</summary>
public static class Narrower
{
    public const string OwnOrganisation = "own";
    public const string Amber = "amber";
    public const string Strict = "strict";
    public const string Red = "red";
}
