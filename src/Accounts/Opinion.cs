using Beffroi.Kit;

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

    /// <summary>What it is about; null for those given before it was asked.</summary>
    public SitePart? Part { get; init; }

    /// <summary>Whether help was sought; null when not said, or not asked yet.</summary>
    public bool? SoughtHelp { get; init; }

    /// <summary>The help that was sought, each way once.</summary>
    public List<OpinionHelp> Helps { get; init; } = [];
}

/// <summary>Where help was sought.</summary>
public enum HelpWay
{
    Counter,
    Phone,
    Writing,
    Close,
}

/// <summary>One way in which help was sought, whether it was reached, and how good it was.</summary>
public sealed class OpinionHelp
{
    public required Guid OpinionId { get; init; }
    public required HelpWay Way { get; init; }

    /// <summary>From 1 to 5; null when nobody was reached.</summary>
    public required int? Quality { get; init; }
}

public static class OpinionLabels
{
    public static string Label(this OpinionRating rating) => rating switch
    {
        OpinionRating.Bad => "Mal",
        OpinionRating.Medium => "Moyen",
        OpinionRating.Good => "Bien",
    };

    public static string Label(this HelpWay way) => way switch
    {
        HelpWay.Counter => "Sur place, avec une personne du service",
        HelpWay.Phone => "Par téléphone",
        HelpWay.Writing => "Par message",
        HelpWay.Close => "Auprès d’un proche ou d’une association",
    };

    public static string EnglishLabel(this OpinionRating rating) => rating switch
    {
        OpinionRating.Bad => "Badly",
        OpinionRating.Medium => "So-so",
        OpinionRating.Good => "Well",
    };

    public static string EnglishLabel(this HelpWay way) => way switch
    {
        HelpWay.Counter => "On the spot, from somebody of the service",
        HelpWay.Phone => "By telephone",
        HelpWay.Writing => "By message",
        HelpWay.Close => "From somebody close, or an association",
    };

    /// <summary>Help of the administration itself, as the mark of autonomy counts it.</summary>
    public static bool IsOfTheService(this HelpWay way) => way switch
    {
        HelpWay.Counter or HelpWay.Phone or HelpWay.Writing => true,
        HelpWay.Close => false,
    };
}
