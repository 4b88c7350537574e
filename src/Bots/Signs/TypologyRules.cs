using Beffroi.Detection;

namespace Beffroi.Bots.Signs;

/// <summary>A sign and the figures that it rests on.</summary>
public sealed record FoundSign(Typology Kind, IReadOnlyList<SignFact> Facts);

/// <param name="Value">What was counted.</param>
/// <param name="Bound">From where it is a sign; null where there is none.</param>
/// <param name="Words">A language or a word that was found; null for none.</param>
public sealed record SignFact(FactKind Kind, double Value, double? Bound = null, string? Words = null);

public enum FactKind
{
    Posts,
    RepostShare,
    AgeDays,
    Published,
    FollowingRatio,
    SameAnswers,
    SameAnswersShare,
    ProfileLink,
    SameDescription,
    SilenceDays,
    LanguageBefore,
    LanguageAfter,
    NoCommonHashtag,
    OrganisationWord,
    Verified,
    FollowersRatio,
    Declared,
}

/// <summary>Rules over figures: pure, each alone. What is missing never makes a sign, and a sign is a reason to look, never a verdict.</summary>
public static class TypologyRules
{
    const double Infinite = 1e9;

    static readonly string[] OrganisationWords =
    [
        "officiel", "officielle", "official", "ministère", "ministry", "ambassade", "embassy", "association", "fondation", "foundation", "journal", "newspaper", "rédaction", "newsroom", "magazine",
        "université", "university", "syndicat", "union", "ong", "ngo", "préfecture", "mairie", "collectivité", "entreprise", "company", "institut", "institute",
    ];

    public static IReadOnlyList<FoundSign> Of(AccountFigures figures, SignThresholds? thresholds = null)
    {
        var t = thresholds ?? new();
        return [.. new[] { Amplifier(figures, t), Dormant(figures, t), Seducer(figures, t), Siamese(figures, t), Recycled(figures, t), Organisation(figures, t), Declared(figures) }.OfType<FoundSign>()];
    }

    static FoundSign? Amplifier(AccountFigures f, SignThresholds t) =>
        f.Posts >= t.AmplifierPosts && (double)f.Reposts / f.Posts is var share && share >= t.AmplifierShare
            ? new(Typology.Amplifier, [new(FactKind.RepostShare, share, t.AmplifierShare), new(FactKind.Posts, f.Posts, t.AmplifierPosts)])
            : null;

    static FoundSign? Dormant(AccountFigures f, SignThresholds t)
    {
        var seen = f.Profile.ObservedAt ?? f.At;
        var rule = new DormantRule { CreatedFrom = seen.AddDays(-t.DormantDays), MostPosts = t.DormantPosts, LeastRatio = t.DormantRatio };
        return rule.Judge(f.Profile) == DormantVerdict.Dormant
            ? new(Typology.Dormant,
            [
                new(FactKind.AgeDays, Math.Max(0, Math.Floor((seen - f.Profile.CreatedAt!.Value).TotalDays)), t.DormantDays),
                new(FactKind.Published, f.Profile.Posts!.Value, t.DormantPosts),
                new(FactKind.FollowingRatio, f.Profile.Followers == 0 ? Infinite : (double)f.Profile.Following!.Value / f.Profile.Followers!.Value, t.DormantRatio),
            ])
            : null;
    }

    static FoundSign? Seducer(AccountFigures f, SignThresholds t) =>
        f.SameAnswers >= t.SeducerAnswers && (double)f.SameAnswers / f.Answers is var share && share >= t.SeducerShare && HasLink(f.Profile)
            ? new(Typology.Seducer, [new(FactKind.SameAnswers, f.SameAnswers, t.SeducerAnswers), new(FactKind.SameAnswersShare, share, t.SeducerShare), new(FactKind.ProfileLink, 1)])
            : null;

    static FoundSign? Siamese(AccountFigures f, SignThresholds t) =>
        f.SameDescription >= t.SiameseOthers ? new(Typology.Siamese, [new(FactKind.SameDescription, f.SameDescription.Value, t.SiameseOthers)]) : null;

    static FoundSign? Recycled(AccountFigures f, SignThresholds t)
    {
        if (f.Silence is not { } s || s.Days < t.RecycledDays || s.Before.Posts < t.RecycledPosts || s.After.Posts < t.RecycledPosts)
        {
            return null;
        }

        var facts = new List<SignFact> { new(FactKind.SilenceDays, Math.Floor(s.Days), t.RecycledDays) };
        if (s.Before.Language is { } before && s.After.Language is { } after && !string.Equals(before, after, StringComparison.Ordinal)
            && s.Before.LanguageShare >= t.RecycledLanguageShare && s.After.LanguageShare >= t.RecycledLanguageShare)
        {
            facts.Add(new(FactKind.LanguageBefore, s.Before.LanguageShare, t.RecycledLanguageShare, before));
            facts.Add(new(FactKind.LanguageAfter, s.After.LanguageShare, t.RecycledLanguageShare, after));
        }

        if (s.Before.Hashtags.Count >= t.RecycledHashtags && s.After.Hashtags.Count >= t.RecycledHashtags && s.CommonHashtags == 0)
        {
            facts.Add(new(FactKind.NoCommonHashtag, Math.Min(s.Before.Hashtags.Count, s.After.Hashtags.Count), t.RecycledHashtags));
        }

        return facts.Count > 1 ? new(Typology.Recycled, facts) : null;
    }

    static FoundSign? Organisation(AccountFigures f, SignThresholds t)
    {
        var words = NormalText.Of($"{f.Profile.DisplayName} {f.Profile.Description}").Split(' ').ToHashSet(StringComparer.Ordinal);
        if (Array.Find(OrganisationWords, words.Contains) is not { } word || !HasLink(f.Profile))
        {
            return null;
        }

        var said = new SignFact(FactKind.OrganisationWord, 1, Words: word);
        return f.Profile.Verified == true ? new(Typology.Organisation, [said, new(FactKind.Verified, 1)])
            : f.Profile is { Followers: { } followers, Following: > 0 and var following } && (double)followers / following is var ratio && ratio >= t.OrganisationRatio
                ? new(Typology.Organisation, [said, new(FactKind.FollowersRatio, ratio, t.OrganisationRatio)])
                : null;
    }

    static FoundSign? Declared(AccountFigures f) => f.Profile.DeclaredBot == true ? new(Typology.DeclaredBot, [new(FactKind.Declared, 1)]) : null;

    static bool HasLink(Account profile) =>
        !string.IsNullOrWhiteSpace(profile.Url) || (profile.Description?.Contains("http", StringComparison.OrdinalIgnoreCase) ?? false) || (profile.Description?.Contains("www.", StringComparison.OrdinalIgnoreCase) ?? false);
}
