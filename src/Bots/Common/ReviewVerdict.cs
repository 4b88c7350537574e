using Beffroi.Kit;

namespace Beffroi.Bots;

public enum ReviewStanding
{
    /// <summary>Nobody has labelled it.</summary>
    Waiting,

    /// <summary>One person has: a second is needed.</summary>
    OneLabel,

    /// <summary>People do not agree: one more is needed.</summary>
    Disputed,

    /// <summary>Two independent people at least say the same, and more than say anything else.</summary>
    Confirmed,
}

/// <summary>What people say of an account together, computed from the labels of the round: nothing else keeps it.</summary>
/// <param name="Label">What is confirmed; null otherwise.</param>
/// <param name="People">Who labelled, in all.</param>
/// <param name="OneOrganisation">All those who say so are of the same organisation: less independent, and told.</param>
public sealed record ReviewVerdict(ReviewStanding Standing, ReviewLabel? Label, int People, bool OneOrganisation)
{
    public const int Needed = 2;

    /// <param name="reviews">Of one account; those that ended do not count, nor a second label of the same person.</param>
    public static ReviewVerdict Of(IEnumerable<AccountReview> reviews)
    {
        var counted = reviews.Where(r => r.EndedAt is null).GroupBy(r => r.AnalystId).Select(g => g.OrderBy(r => r.At).ThenBy(r => r.Id).First()).ToList();
        if (counted.Count < Needed)
        {
            return new(counted.Count == 0 ? ReviewStanding.Waiting : ReviewStanding.OneLabel, null, counted.Count, OneOrganisation: false);
        }

        var groups = counted.GroupBy(r => r.Label).OrderByDescending(g => g.Count()).ToList();
        var (first, second) = (groups[0], groups.Count > 1 ? groups[1].Count() : 0);
        return first.Count() >= Needed && first.Count() > second
            ? new(ReviewStanding.Confirmed, first.Key, counted.Count, first.Select(r => r.OrganisationId).Distinct().Count() == 1)
            : new(ReviewStanding.Disputed, null, counted.Count, OneOrganisation: false);
    }

    public string Say(Lang l) => Standing switch
    {
        ReviewStanding.Waiting => l.Say("Personne ne l’a encore relu", "Nobody has reviewed it yet"),
        ReviewStanding.OneLabel => l.Say("Une personne l’a relu : il en faut une autre", "One person has reviewed it: another is needed"),
        ReviewStanding.Disputed => l.Say("Les personnes ne s’accordent pas : il en faut une de plus", "People do not agree: one more is needed"),
        ReviewStanding.Confirmed => l.Say("Confirmé par deux personnes au moins : ", "Confirmed by two people at least: ") + Label!.Value.Say(l).ToLowerInvariant(),
    };
}
