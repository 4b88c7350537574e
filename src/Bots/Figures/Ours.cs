namespace Beffroi.Bots.Figures;

/// <summary>What an organisation may see: what its own watches brought. Another's is not there at all.</summary>
static class Ours
{
    public static IQueryable<Watch> WatchesOf(this BotsDb db, Guid organisation) => db.Watches.Where(w => w.OrganisationId == organisation);

    public static IQueryable<WatchedAccount> AccountsOf(this BotsDb db, Guid organisation) =>
        db.Accounts.Where(a => !a.LeftOut && db.AccountMatches.Any(m => m.AccountId == a.Id && db.Watches.Any(w => w.Id == m.WatchId && w.OrganisationId == organisation)));

    /// <summary>Posts of an account that one of these watches matched.</summary>
    public static IQueryable<CollectedPost> PostsOf(this BotsDb db, Guid organisation, Guid account) =>
        db.Posts.Where(p => p.AccountId == account && db.Matches.Any(m => m.Seq == p.Seq && db.Watches.Any(w => w.Id == m.WatchId && w.OrganisationId == organisation)));

    public static IQueryable<Cluster> ClustersOf(this BotsDb db, Guid organisation) => db.Clusters.Where(c => db.Watches.Any(w => w.Id == c.WatchId && w.OrganisationId == organisation));

    public static IQueryable<Finding> FindingsOf(this BotsDb db, Guid organisation) => db.Findings.Where(f => db.Watches.Any(w => w.Id == f.WatchId && w.OrganisationId == organisation));
}
