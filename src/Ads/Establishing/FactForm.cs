using Beffroi.Ads.Law;

namespace Beffroi.Ads;

/// <summary>How a person answers the question of a fact.</summary>
public enum FactForm
{
    YesNo,

    /// <summary>One of a few.</summary>
    Choice,

    /// <summary>Several of a few, or none of them.</summary>
    Several,

    /// <summary>Two letters, ISO 3166-1.</summary>
    Country,

    Day,
    Number,
}

public static class FactForms
{
    /// <summary>Those that a reviewer may establish, in the order of the rules.</summary>
    public static IReadOnlyList<FactKey> Askable { get; } = [.. Enum.GetValues<FactKey>().Where(k => Of(k) is not null)];

    /// <summary>Null: no fact, but a question of law or of a source.</summary>
    public static FactForm? Of(FactKey key) => key switch
    {
        FactKey.FirstShown or FactKey.LastShown => FactForm.Day,
        FactKey.Territories or FactKey.PollMentions => FactForm.Several,
        FactKey.Medium or FactKey.Election or FactKey.Donation or FactKey.SponsorKind or FactKey.PayerKind => FactForm.Choice,
        FactKey.SponsorCountry or FactKey.PayerCountry => FactForm.Country,
        FactKey.PlatformVisitors => FactForm.Number,
        FactKey.Paid or FactKey.PaidDuringSilence or FactKey.Political or FactKey.Names or FactKey.Promotes or FactKey.Criticises or FactKey.ForParty or FactKey.WonAtFirstRound
            or FactKey.AuthorIsCandidate or FactKey.NewPolemic or FactKey.TimeToAnswer or FactKey.PollQuoted or FactKey.PollFirstPublication
            or FactKey.SponsorMayVote or FactKey.SponsorLivesThere or FactKey.SponsorControl or FactKey.PayerLivesThere
            or FactKey.Label or FactKey.Notice or FactKey.PayerNamed or FactKey.VeryLargePlatform => FactForm.YesNo,
        FactKey.Review or FactKey.OfficialDate or FactKey.TextToRead => null,
    };
}
