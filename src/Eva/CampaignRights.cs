using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>Who sees and changes which campaigns, as conditions of the query: what a person may not see is never read.</summary>
public static class CampaignRights
{
    /// <summary>One's own, those shared with one, and the public ones of one's structures (all structures for those who read all).</summary>
    public static IQueryable<Campaign> VisibleTo(this IQueryable<Campaign> campaigns, CurrentUser user)
    {
        if (!user.Accepted)
        {
            return campaigns.Where(c => false);
        }

        var (id, readsAll, structures) = (user.Id, user.ReadsAll, user.Structures);
        return campaigns.Where(c => c.AuthorId == id
            || c.Guests.Any(g => g.AccountId == id)
            || (!c.IsPrivate && (readsAll || structures.Contains(c.StructureId))));
    }

    /// <summary>One's own; for an admin the public ones of the own structures; for a superadmin every public one.</summary>
    public static IQueryable<Campaign> ChangeableBy(this IQueryable<Campaign> campaigns, CurrentUser user)
    {
        if (!user.Accepted || user.Role == Role.ChargeDeMissionRegionale)
        {
            return campaigns.Where(c => false);
        }

        var (id, isSuperadmin, structures) = (user.Id, user.Role == Role.Superadmin, user.Role == Role.Admin ? user.Structures : []);
        return campaigns.Where(c => c.AuthorId == id || (!c.IsPrivate && (isSuperadmin || structures.Contains(c.StructureId))));
    }

    /// <summary>Those whose people this person accompanies: one's own, those shared with one, the public ones of one's own structure. Health is read by nobody
    /// else, not even by those who read all: so it is promised to those who answer.</summary>
    public static IQueryable<Campaign> AccompaniedBy(this IQueryable<Campaign> campaigns, CurrentUser user)
    {
        var (id, structure) = (user.Id, user.StructureId);
        return campaigns.VisibleTo(user).Where(c => c.AuthorId == id || c.Guests.Any(g => g.AccountId == id) || c.StructureId == structure);
    }

    /// <summary>An evaluation is seen by whoever sees its campaign: one played alone, which has none, by nobody.</summary>
    public static IQueryable<Evaluation> VisibleTo(this IQueryable<Evaluation> evaluations, IQueryable<Campaign> campaigns, CurrentUser user)
    {
        var visible = campaigns.VisibleTo(user).Select(c => c.Id);
        return evaluations.Where(e => e.CampaignId != null && visible.Contains(e.CampaignId.Value));
    }
}
