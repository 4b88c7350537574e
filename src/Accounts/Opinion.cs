namespace Beffroi.Accounts;

public enum OpinionRating
{
    Bad,
    Medium,
    Good,
}

/// <summary>What somebody thought of the service. A day and no instant, no account, no address: nobody can be found by it.</summary>
public sealed class Opinion
{
    public const int TextMaxLength = 1000;

    /// <summary>Drawn at random: one made of the time would say more than the day.</summary>
    public required Guid Id { get; init; }

    public required DateOnly Day { get; init; }
    public required OpinionRating Rating { get; init; }

    /// <summary>How clear it was, from 1 to 5; null when not said.</summary>
    public required int? Clarity { get; init; }

    public required string? Text { get; init; }

    /// <summary>Given at the end of the games rather than anywhere else on the site.</summary>
    public required bool AfterPlaying { get; init; }
}

public static class OpinionLabels
{
    public static string Label(this OpinionRating rating) => rating switch
    {
        OpinionRating.Bad => "Mal",
        OpinionRating.Medium => "Moyen",
        OpinionRating.Good => "Bien",
    };
}
