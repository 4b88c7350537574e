using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Analysing;

/// <summary>From a cluster of accounts to a sheet.</summary>
public sealed class ClusterEvidenceSheet(BotsDb db)
{
    /// <summary>Null where there is no such cluster in the watches of this organisation.</summary>
    public async Task<SheetDraft?> Of(Guid clusterId, Guid organisation, Lang l, CancellationToken ct)
    {
        var found = await db.Clusters.AsNoTracking().Where(c => c.Id == clusterId).Join(db.Watches.Where(w => w.OrganisationId == organisation), c => c.WatchId, w => w.Id, (c, w) => new { Cluster = c, w.Name, w.Id }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var ids = db.Members.Where(m => m.ClusterId == clusterId).Select(m => m.AccountId);
        var accounts = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Handle).ThenBy(a => a.Id).Select(a => new { a.Network, a.Handle, a.Class }).ToListAsync(ct);
        var posts = db.Posts.Where(p => ids.Contains(p.AccountId) && db.Matches.Any(m => m.Seq == p.Seq && m.WatchId == found.Id));
        var count = await posts.CountAsync(ct);
        var languages = await posts.Where(p => p.Language != null).GroupBy(p => p.Language!).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var ties = await db.Ties.AsNoTracking().Where(t => t.WatchId == found.Id && ids.Contains(t.FirstId) && ids.Contains(t.SecondId))
            .GroupBy(t => t.Trace).Select(g => new { g.Key, Ties = g.Count(), First = g.Min(t => t.FirstAt), Last = g.Max(t => t.LastAt) }).ToListAsync(ct);
        return new()
        {
            Title = l.Say($"Groupe de {found.Cluster.Size} comptes ({found.Name})", $"Cluster of {found.Cluster.Size} accounts ({found.Name})"),
            Summary = l.Say(
                $"{l.Count(found.Cluster.Size, ("compte qui agit", "comptes qui agissent"), ("", ""))} ensemble plus que le hasard ne l’explique, dans la veille « {SheetDraft.Plain(found.Name)} ». Trouvés le {l.Moment(found.Cluster.FoundAt)}, revus le {l.Moment(found.Cluster.SeenAt)}. La coordination n’est pas un délit, et ne dit pas qui agit.",
                $"{l.Count(found.Cluster.Size, ("", ""), ("account that acts", "accounts that act"))} together more than chance explains, in the watch “{SheetDraft.Plain(found.Name)}”. Found on {l.Moment(found.Cluster.FoundAt)}, seen again on {l.Moment(found.Cluster.SeenAt)}. Coordination is no offence, and does not tell who acts."),
            Href = Addresses.Cluster(l, clusterId),
            Observables = [.. accounts.Select(a => SourceAddress.OfAccount(a.Network, a.Handle)).OfType<string>().Take(CaseSheet.MostObservables)],
            Evidence = new Dictionary<CampaignCriterion, string>
            {
                [CampaignCriterion.Massive] = l.Say($"{l.Number(count)} publications recueillies de {l.Number(accounts.Count)} comptes dans cette veille. Non mesuré : leur audience.", $"{l.Number(count)} posts collected from {l.Number(accounts.Count)} accounts in this watch. Not measured: their audience."),
                [CampaignCriterion.Amplified] = string.Join("\n\n", ties.OrderByDescending(t => t.Ties).Select(t => l.Say($"{TraceName(t.Key, l)} : {l.Count(t.Ties, ("paire de comptes", "paires de comptes"), ("", ""))}, du {l.Moment(t.First)} au {l.Moment(t.Last)}.", $"{TraceName(t.Key, l)}: {l.Count(t.Ties, ("", ""), ("pair of accounts", "pairs of accounts"))}, from {l.Moment(t.First)} to {l.Moment(t.Last)}."))
                    .Append(l.Say($"{l.Number(accounts.Count(a => a.Class is AutomationClass.Bot))} comptes montrent aussi des signes d’automatisation, {l.Number(accounts.Count(a => a.Class is null or AutomationClass.Undetermined))} sont indéterminés ou sans score.", $"{l.Number(accounts.Count(a => a.Class is AutomationClass.Bot))} accounts also show signs of automation, {l.Number(accounts.Count(a => a.Class is null or AutomationClass.Undetermined))} are undetermined or have no score."))),
                [CampaignCriterion.FalseOrMisleading] = SheetDraft.NotMeasuredTruth(l),
                [CampaignCriterion.Foreign] = l.Say("Indices seulement. Langues : ", "Hints only. Languages: ") + (languages.Count == 0 ? l.Say("non indiquées.", "not given.") : string.Join(", ", languages.OrderByDescending(x => x.Count).ThenBy(x => x.Key, StringComparer.Ordinal).Take(5).Select(x => $"{CountTables.LanguageName(x.Key, l)} ({l.Number(x.Count)})")) + "."),
                [CampaignCriterion.IntentToHarm] = SheetDraft.NotMeasuredIntent(l),
            },
        };
    }

    static string TraceName(Trace trace, Lang l) => trace switch
    {
        Trace.Repost => l.Say("Mêmes publications reprises", "Same posts reposted"),
        Trace.Url => l.Say("Mêmes liens", "Same links"),
        Trace.HashtagSequence => l.Say("Mêmes suites de hashtags", "Same sequences of hashtags"),
        Trace.Text => l.Say("Mêmes textes", "Same texts"),
        Trace.NearText => l.Say("Textes presque identiques", "Near-identical texts"),
        Trace.Media => l.Say("Mêmes images", "Same pictures"),
        Trace.NearMedia => l.Say("Images presque identiques", "Near-identical pictures"),
        Trace.Reply => l.Say("Réponses aux mêmes publications", "Replies to the same posts"),
    };
}
