using System.Text.RegularExpressions;
using Beffroi.Ads.Law;

namespace Beffroi.Ads;

/// <summary>What is known of an ad, as the rules ask it: what its source says, and what people answered where enough of them agree.</summary>
public static partial class FactsOf
{
    /// <param name="sponsorCountry">As its source says; null: it does not.</param>
    /// <param name="verdicts">Of its group.</param>
    /// <param name="details">What people answered to the short questions.</param>
    public static AdFacts Ad(Ad ad, string? sponsorCountry, IReadOnlyCollection<Verdict> verdicts, AdDetails details)
    {
        var origin = ad.Source == AdSource.Submission ? FactOrigin.Sender : FactOrigin.Platform;
        var facts = new AdFacts
        {
            Country = ad.Country,
            FirstShown = When(ad.FirstShownAt, ad, ad.SeenOn is { } seen ? Fact.Known(Shown.ByDay(seen), FactOrigin.Sender) : default, origin),
            LastShown = When(ad.LastShownAt, ad, ad.SeenOn is { } then ? Fact.Known(Shown.FromDay(then), FactOrigin.Sender) : default, origin),
            Medium = Fact.Known(Medium.Online, origin),
            Paid = Paid(ad, origin),
            Political = Political(ad, verdicts, origin),
            Donation = SpeaksOfSomethingElse(ad) ? Fact.Known(DonationAppeal.None, FactOrigin.Reading) : default,
            PayerNamed = ad is { DeclaredPolitical: true, Payer: not null } ? Fact.Known(true, origin) : default,
            Spent = ad is { SpendHigh: { } spent, Currency: "EUR" } ? Fact.Known(spent, origin) : default,
            Reach = ad.Reach is { } reach ? Fact.Known(reach, origin) : default,
            // The register names who ordered it; a page of a social network says where it is run from, which is something else.
            Sponsor = new() { Country = ad.Source == AdSource.EuRepository && sponsorCountry is { } country ? Fact.Known(country, origin) : default },
            // No other platform keeps such a repository.
            VeryLargePlatform = ad.Source == AdSource.DsaRepository ? Fact.Known(true, origin) : default,
        };
        return Detailed(ad, Purposed(facts, Led<Purpose>(verdicts, Question.Purpose)), details);
    }

    /// <param name="seen">What follows from the day when somebody saw it, where the source says nothing.</param>
    static Fact<Shown> When(DateTimeOffset? at, Ad ad, Fact<Shown> seen, FactOrigin origin) => at is not { } instant ? seen
        : Fact.Known(ad.HasTimes ? Shown.At(instant)
            // A library does not say in which time zone its days are.
            : Shown.OnDayOfUnknownZone(DateOnly.FromDateTime(instant.UtcDateTime)), origin);

    /// <summary>Words from which a text is long enough to say what it is about.</summary>
    const int Length = 15;

    static readonly string[] Languages = ["fr", "en"];

    // Whoever writes at length, in a language whose words are known here, without a picture that may ask too, and never speaks of giving, does not merely ask for donations.
    static bool SpeaksOfSomethingElse(Ad ad) => ad.Media == AdMedia.None && ad.PictureId is null && Languages.Contains(ad.Language?.Split('-')[0], StringComparer.OrdinalIgnoreCase)
        && ad.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= Length
        && !GivingWords().IsMatch(string.Join('\n', ad.Text, ad.LinkTitle, ad.LinkDetail, ad.LinkCaption, ad.LinkUrl, ad.CallToAction));

    [GeneratedRegex(@"€|\b(don|dons|donne|donnez|donner|donateurs?|donatrices?|donate|donating|donations?|donors?|give|giving|gifts?|pledge|chip in|euros?|cagnottes?|collectes?|cotis\w*|financ\w*|fund\w*|crowdfund\w*|contribu\w*|sout(en|ien)\w*|support|appu(i|y)\w*|aid(e|er|ez)|help|adh[ée]r\w*|adh[ée]sions?|join|member\w*|parrain\w*|m[ée]c[ée]n\w*|souscri\w*|vers(er|ez|ements?))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GivingWords();

    // These libraries hold nothing but what somebody paid to show.
    static Fact<bool> Paid(Ad ad, FactOrigin origin) => ad.Source switch
    {
        AdSource.MetaLibrary or AdSource.DsaRepository or AdSource.EuRepository => Fact.Known(true, origin),
        AdSource.OwnFormat or AdSource.Submission => ad is { Payer: not null } or { SpendHigh: > 0 } ? Fact.Known(true, origin) : default,
    };

    static Fact<bool> Political(Ad ad, IReadOnlyCollection<Verdict> verdicts, FactOrigin origin) => Led<PoliticalAnswer>(verdicts, Question.Political) switch
    {
        PoliticalAnswer.Yes => Fact.Known(true, FactOrigin.Citizens),
        PoliticalAnswer.No => Fact.Known(false, FactOrigin.Citizens),
        PoliticalAnswer.CannotSay => default,
        null => ad.DeclaredPolitical is { } declared ? Fact.Known(declared, origin) : default,
    };

    static T? Led<T>(IReadOnlyCollection<Verdict> verdicts, Question question) where T : struct, Enum =>
        verdicts.FirstOrDefault(v => v.Question == question) is { Settled: true, Leading: { } leading } && Enum.TryParse<T>(leading, out var answer) ? answer : null;

    // "For or against" is one answer. Whom it serves is then not known: rules about money ask a person.
    static AdFacts Purposed(AdFacts facts, Purpose? purpose) => purpose switch
    {
        Purpose.PartyOrCandidate => facts with { Names = Said(true), Criticises = Said(true) },
        Purpose.Revelation => facts with { Names = Said(true), NewPolemic = Said(true) },
        Purpose.Poll => facts with { PollQuoted = Said(true) },
        Purpose.Engagement or Purpose.Commercial => facts with { Promotes = Said(false), Criticises = Said(false), NewPolemic = Said(false), PollQuoted = Said(false) },
        Purpose.HardToSay or null => facts,
    };

    static AdFacts Detailed(Ad ad, AdFacts facts, AdDetails details)
    {
        var payer = details.Payer.Agreed();
        return facts with
        {
            Names = Or(YesNoOf(details.NamesSomebody), facts.Names),
            // Of an ad that was read in a file, people see the words, never how the platform shows them.
            Label = ad.PictureId is null ? default : YesNoOf(details.Labelled),
            Election = details.Election.Agreed() is { } election ? Fact.Known(election, FactOrigin.Citizens) : default,
            // The register counts too: people see the ad, and nobody read the register of what a citizen sends.
            PayerNamed = !facts.PayerNamed.IsKnown && payer == PayerAnswer.NotSaid && ad is { Payer: null, Source: not AdSource.Submission } ? Said(false) : facts.PayerNamed,
            Payer = facts.Payer with { Kind = KindOf(payer) },
        };
    }

    static Fact<BackerKind> KindOf(PayerAnswer? payer) => payer switch
    {
        PayerAnswer.Person => Fact.Known(BackerKind.Person, FactOrigin.Citizens),
        PayerAnswer.LegalPerson or PayerAnswer.Foreign => Fact.Known(BackerKind.Organisation, FactOrigin.Citizens),
        PayerAnswer.Party => Fact.Known(BackerKind.Party, FactOrigin.Citizens),
        PayerAnswer.NotSaid or null => default,
    };

    static Fact<bool> YesNoOf(Detail<YesNo> detail) => detail.Agreed() switch
    {
        YesNo.Yes => Said(true),
        YesNo.No => Said(false),
        YesNo.Unknown or null => default,
    };

    static Fact<bool> Or(Fact<bool> first, Fact<bool> second) => first.IsKnown ? first : second;

    static Fact<bool> Said(bool value) => Fact.Known(value, FactOrigin.Citizens);
}
