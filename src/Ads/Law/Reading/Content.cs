namespace Beffroi.Ads.Law;

/// <summary>What the ad is and what it says.</summary>
static class Content
{
    static readonly Words Contradiction = new(
        "Les réponses se contredisent : la publicité soutiendrait ou critiquerait quelqu’un sans que personne n’y soit reconnaissable. Une personne doit trancher.",
        "The answers contradict each other: the ad would support or criticise someone while nobody can be recognised in it. A person has to decide.");

    public static Answer Paid(AdFacts facts) => Answer.Of(facts.Paid, FactKey.Paid,
        new("La diffusion est payée.", "Its distribution is paid for."),
        new("La diffusion n’est pas payée.", "Its distribution is not paid for."),
        new("On ne sait pas si la diffusion est payée.", "It is not known whether its distribution is paid for."));

    /// <summary>The European rules also reach some unpaid messages: those made in-house or within a campaign.</summary>
    public static Answer Remunerated(AdFacts facts) => facts.Paid is { IsKnown: true, Value: false }
        ? Answer.ForAPerson(new(
            "Le message n’est pas payé : le règlement peut encore le viser s’il vient d’un acteur politique ou d’une campagne. Une personne doit le dire.",
            "The message is not paid for: the regulation may still cover it when it comes from a political actor or a campaign. A person has to say."))
        : Paid(facts);

    static Truth Aimed(AdFacts facts) => Truths.Of(facts.Promotes).Or(Truths.Of(facts.Criticises));

    /// <summary>Supports or criticises a candidate, a list or a party.</summary>
    public static Answer Propaganda(AdFacts facts)
    {
        var aimed = Aimed(facts);
        var named = Truths.Of(facts.Names);
        if (named == Truth.No && aimed == Truth.Yes)
        {
            return Answer.ForAPerson(Contradiction);
        }
        return Answer.Of(named == Truth.No ? Truth.No : aimed,
            new("Elle soutient ou critique un candidat, une liste ou un parti.", "It supports or criticises a candidate, a list or a party."),
            named == Truth.No
                ? new("Aucun candidat, aucune liste ni aucun parti n’y est reconnaissable.", "No candidate, list or party can be recognised in it.")
                : new("Elle ne soutient ni ne critique un candidat, une liste ou un parti.", "It neither supports nor criticises a candidate, a list or a party."),
            new("On ne sait pas si elle soutient ou critique un candidat, une liste ou un parti.", "It is not known whether it supports or criticises a candidate, a list or a party."),
            Unknown(facts, FactKey.Names, FactKey.Promotes, FactKey.Criticises));
    }

    static IEnumerable<FactKey> Unknown(AdFacts facts, FactKey names, FactKey promotes, FactKey criticises)
    {
        if (!facts.Names.IsKnown)
        {
            yield return names;
        }
        if (!facts.Promotes.IsKnown)
        {
            yield return promotes;
        }
        if (!facts.Criticises.IsKnown)
        {
            yield return criticises;
        }
    }

    public static Answer Political(AdFacts facts)
    {
        var propaganda = Propaganda(facts).Truth;
        return facts.Political is { IsKnown: true, Value: false } && propaganda == Truth.Yes
            ? Answer.ForAPerson(new(
                "Les réponses se contredisent : la publicité soutiendrait ou critiquerait un candidat ou un parti sans être politique. Une personne doit trancher.",
                "The answers contradict each other: the ad would support or criticise a candidate or a party without being political. A person has to decide."))
            : Answer.Of(facts.Political is { IsKnown: true, Value: false } ? Truth.No : Truths.Of(facts.Political).Or(propaganda == Truth.Yes ? Truth.Yes : Truth.Unknown),
                new("Elle est politique : elle parle pour un acteur politique, ou cherche à peser sur un vote ou sur une loi.", "It is political: it speaks for a political actor, or tries to weigh on a vote or on a law."),
                new("Elle n’est pas politique.", "It is not political."),
                new("On ne sait pas si elle est politique.", "It is not known whether it is political."),
                FactKey.Political);
    }

    public static Answer Medium(AdFacts facts, IReadOnlyList<Medium> media) => Answer.Of(
        facts.Medium.IsKnown ? Truths.Of(media.Contains(facts.Medium.Value)) : Truth.Unknown,
        new("La règle vise ce support.", "The rule covers this medium."),
        new("La règle ne vise pas ce support.", "The rule does not cover this medium."),
        new("On ne sait pas sur quel support elle a été montrée.", "It is not known on which medium it was shown."),
        FactKey.Medium);

    /// <summary>The exception is written for the press: elsewhere a person decides.</summary>
    public static Answer NotADonationAppeal(AdFacts facts)
    {
        var appeal = facts.Donation.IsKnown ? Truths.Of(facts.Donation.Value == DonationAppeal.Only) : Truth.Unknown;
        var press = facts.Medium.IsKnown && facts.Medium.Value == Law.Medium.Press;
        return appeal == Truth.Yes && !press
            ? Answer.ForAPerson(
                new("C’est un simple appel aux dons. La loi l’admet par voie de presse ; pour ce support, une personne doit le dire.", "It is a mere appeal for donations. The law allows it in the press; for this medium, a person has to say."),
                facts.Medium.IsKnown ? FactKey.Review : FactKey.Medium)
            : Answer.Of(appeal.Not(),
                new("Ce n’est pas un simple appel aux dons.", "It is not a mere appeal for donations."),
                new("C’est un simple appel aux dons par voie de presse, que la loi admet.", "It is a mere appeal for donations in the press, which the law allows."),
                new("On ne sait pas si c’est un simple appel aux dons.", "It is not known whether it is a mere appeal for donations."),
                FactKey.Donation);
    }

    public static Answer AuthorIsCandidate(AdFacts facts) => Answer.Of(facts.AuthorIsCandidate, FactKey.AuthorIsCandidate,
        new("Elle vient d’un candidat.", "It comes from a candidate."),
        new("Elle ne vient pas d’un candidat : la règle ne vise qu’eux.", "It does not come from a candidate: the rule covers only them."),
        new("On ne sait pas si elle vient d’un candidat.", "It is not known whether it comes from a candidate."));

    public static Answer NewPolemic(AdFacts facts) => Answer.Of(facts.NewPolemic, FactKey.NewPolemic,
        new("Elle apporte au débat un élément nouveau de polémique.", "It brings a new matter of dispute into the debate."),
        new("Elle n’apporte aucun élément nouveau de polémique.", "It brings no new matter of dispute."),
        new("On ne sait pas si elle apporte un élément nouveau de polémique.", "It is not known whether it brings a new matter of dispute."));

    /// <summary>The law sets no number of days: nobody but a person can say yes.</summary>
    public static Answer NoTimeToAnswer(AdFacts facts) => facts.TimeToAnswer is { IsKnown: true, Value: true }
        ? new(Truth.No, new("Ceux qu’elle vise avaient le temps de répondre.", "Those it aims at had the time to answer."), [])
        : Answer.ForAPerson(
            new("La loi ne fixe pas de délai : une personne doit dire si ceux qu’elle vise pouvaient encore répondre.", "The law sets no number of days: a person has to say whether those it aims at could still answer."),
            facts.TimeToAnswer.IsKnown ? [FactKey.Review] : [FactKey.TimeToAnswer, FactKey.Review]);
}
