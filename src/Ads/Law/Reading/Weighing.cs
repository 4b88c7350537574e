using Beffroi.Kit;

namespace Beffroi.Ads.Law;

/// <summary>What judges of elections weigh, beside what is known of it; no sum, no score, no conclusion.</summary>
static class Weighing
{
    static readonly Words NotKnown = new("non connu", "not known");

    public static EffectOnElection Of(LawBook book, AdFacts facts, DateTimeOffset now)
    {
        var country = book.Country(facts.Country);
        var election = facts.Election.IsKnown ? book.Election(facts.Election.Value) : null;
        return new()
        {
            WhoDecides = country?.JudgeOfElections ?? new(
                "Seul le juge de l’élection peut dire si elle en a souffert.",
                "Only the judge of the election can say whether it suffered."),
            Weighed =
            [
                new(new("Écart de voix", "Gap in votes"), NotKnown),
                new(new("Temps restant avant le vote", "Time left before the vote"), Before(election, facts, now)),
                new(new("Somme dépensée", "Money spent"), facts.Spent.IsKnown
                    ? new($"{French.Number((double)facts.Spent.Value, 2)} €", $"EUR {English.Number((double)facts.Spent.Value, 2)}") : NotKnown),
                new(new("Nombre de personnes touchées", "Number of people reached"), facts.Reach.IsKnown
                    ? new(French.Number((double)facts.Reach.Value, 0), English.Number((double)facts.Reach.Value, 0)) : NotKnown),
                new(new("Ton polémique ou contenu nouveau", "Heated tone or new matter"), facts.NewPolemic.IsKnown
                    ? facts.NewPolemic.Value ? new("oui", "yes") : new("non", "no") : NotKnown),
            ],
            Cases = country?.EffectCases ?? [],
        };
    }

    static Words Before(Election? election, AdFacts facts, DateTimeOffset now)
    {
        if (election is not { IsOfficial: true } || !facts.FirstShown.IsKnown)
        {
            return NotKnown;
        }
        var (day, lastDay) = facts.FirstShown.Value.Days;
        var days = election.Dates[0].Rounds[0].Date.DayNumber - day.DayNumber;
        return lastDay != day || days < 0
            ? NotKnown
            : new($"environ {French.Count(days, "jour", "jours")} avant le premier tour", $"about {Lang.English.Count(days, ("jour", "jours"), ("day", "days"))} before the first round");
    }
}
