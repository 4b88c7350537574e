using Beffroi.Encyclopedia;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>The pages where people contribute to the encyclopedia, in both languages.</summary>
static class ContributionPlaces
{
    public static IEnumerable<Place> Of(PlaceKeys keys) => Langs.All.SelectMany(l => In(l, keys));

    static IEnumerable<Place> In(Lang l, PlaceKeys keys)
    {
        const string key = ContributionFurnishing.Key;
        var proposal = Addresses.Home(l) + l.Say("/proposition/", "/proposal/");
        return
        [
            new(Addresses.Contribute(l), Addresses.Contribute(l), null),
            new(Addresses.New(l), Addresses.New(l), null),
            new(Addresses.New(l), Addresses.New(l) + "?type=tool", null),
            new(Addresses.New(l), Addresses.New(l) + "?type=case", Crew.Hugo),
            new(Addresses.Propose(l, "{key}"), Addresses.Propose(l, key), null),
            new(Addresses.Follow(l, "{token}"), Addresses.Follow(l, ContributionFurnishing.FollowToken), null),
            new(Addresses.Proposals(l), Addresses.Proposals(l), Crew.Superadmin),
            new(Addresses.Proposals(l), Addresses.Proposals(l), Crew.Rose),
            new(proposal + "{id:guid}", proposal + keys.Proposal, Crew.Superadmin),
            new(Addresses.History(l, "{key}"), Addresses.History(l, key), null),
            new(Addresses.Entry(l, "{key}") + "/version/{number:int}", Addresses.Version(l, key, 1), Crew.Superadmin),
            new(Addresses.Compare(l, "{key}"), Addresses.Compare(l, key) + "?from=1&to=2", null),
            new(Addresses.Discussion(l, "{key}"), Addresses.Discussion(l, key), null),
            new(Addresses.Discussion(l, "{key}"), Addresses.Discussion(l, key), Crew.Superadmin),
            new(Addresses.Care(l, "{key}"), Addresses.Care(l, key), Crew.Superadmin),
            new(Addresses.Reviewers(l), Addresses.Reviewers(l), Crew.Superadmin),
        ];
    }
}
