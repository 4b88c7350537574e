namespace Beffroi.Ads.Law;

/// <summary>Who pays, who orders, and whom it serves.</summary>
static class Money
{
    static readonly Words Barred = new("Celui qui paie n’a pas le droit de financer cette campagne.", "Whoever pays may not finance this campaign.");
    static readonly Words NotBarred = new("Rien n’interdit à celui qui paie de financer cette campagne.", "Nothing bars whoever pays from financing this campaign.");
    static readonly Words PayerUnknown = new("On ne sait pas assez qui paie.", "Not enough is known of who pays.");

    public static Answer BenefitsCandidate(AdFacts facts)
    {
        var propaganda = Content.Propaganda(facts);
        return propaganda.Truth == Truth.Yes && facts.Promotes is not { IsKnown: true, Value: true }
            ? Answer.ForAPerson(
                new("Elle critique sans soutenir ouvertement : une personne doit dire à qui elle profite.", "It criticises without openly supporting: a person has to say whom it serves."),
                facts.Promotes.IsKnown ? [FactKey.Review] : [FactKey.Promotes, FactKey.Review])
            : propaganda with { Reason = propaganda.Truth == Truth.Yes ? new("Elle profite à un candidat, à une liste ou à un parti.", "It serves a candidate, a list or a party.") : propaganda.Reason };
    }

    public static Answer BenefitsParty(AdFacts facts)
    {
        var party = Answer.Of(facts.ForParty, FactKey.ForParty,
            new("Elle sert un parti, hors de toute candidature.", "It serves a party, apart from any candidate."),
            new("Elle ne sert pas un parti hors de toute candidature.", "It does not serve a party apart from any candidate."),
            new("On ne sait pas si elle sert un parti ou une candidature.", "It is not known whether it serves a party or a candidate."));
        var benefits = BenefitsCandidate(facts);
        return benefits.Truth == Truth.Yes || party.Truth == Truth.No ? party : benefits;
    }

    public static Answer PayerBarred(AdFacts facts)
    {
        var payer = facts.Payer;
        var foreign = payer.Country.IsKnown ? Truths.Of(!string.Equals(payer.Country.Value, facts.Country, StringComparison.Ordinal)) : Truth.Unknown;
        if (!payer.Kind.IsKnown)
        {
            return new(Truth.Unknown, PayerUnknown, [FactKey.PayerKind]);
        }
        return payer.Kind.Value switch
        {
            BackerKind.Candidate => Answer.Of(Truth.No, Barred, NotBarred, PayerUnknown),
            BackerKind.Person => Answer.Of(foreign.And(Truths.Of(payer.LivesThere).Not()), Barred, NotBarred, PayerUnknown, FactKey.PayerCountry, FactKey.PayerLivesThere),
            BackerKind.Party => Answer.Of(foreign, Barred, NotBarred, PayerUnknown, FactKey.PayerCountry),
            BackerKind.Organisation or BackerKind.PublicBody or BackerKind.ForeignState => Answer.Of(Truth.Yes, Barred, NotBarred, PayerUnknown),
        };
    }

    public static Answer SponsorBarred(AdFacts facts, IReadOnlyList<string> union)
    {
        var sponsor = facts.Sponsor;
        var inside = sponsor.Country.IsKnown ? Truths.Of(union.Contains(sponsor.Country.Value, StringComparer.Ordinal)) : Truth.Unknown;
        if (!sponsor.Kind.IsKnown)
        {
            return Tell(Truth.Unknown, FactKey.SponsorKind);
        }
        return sponsor.Kind.Value switch
        {
            BackerKind.Person or BackerKind.Candidate => Tell(
                inside.Or(Truths.Of(sponsor.LivesThere).And(Truths.Of(sponsor.MayVote))).Not(), FactKey.SponsorCountry, FactKey.SponsorLivesThere, FactKey.SponsorMayVote),
            BackerKind.Party or BackerKind.Organisation => Tell(
                inside.Not().Or(Truths.Of(sponsor.ControlledFromOutsideUnion)), sponsor.Country.IsKnown ? [FactKey.SponsorControl] : [FactKey.SponsorCountry, FactKey.SponsorControl]),
            BackerKind.PublicBody => Tell(inside.Not(), FactKey.SponsorCountry),
            BackerKind.ForeignState => inside == Truth.No ? Tell(Truth.Yes) : Tell(Truth.Unknown, sponsor.Country.IsKnown ? FactKey.Review : FactKey.SponsorCountry),
        };
    }

    static Answer Tell(Truth barred, params IEnumerable<FactKey> missing) => Answer.Of(barred,
        new("Celui qui l’a commandée n’est pas de ceux que le règlement admet dans les trois mois avant un vote.", "Whoever ordered it is not among those the regulation allows in the three months before a vote."),
        new("Celui qui l’a commandée est de ceux que le règlement admet.", "Whoever ordered it is among those the regulation allows."),
        new("On ne sait pas assez qui l’a commandée.", "Not enough is known of who ordered it."),
        missing);
}
