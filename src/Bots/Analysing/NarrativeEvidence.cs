using System.Text;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Analysing;

/// <summary>From an analysis to a sheet: each criterion gets its figures, or is said not to be measured.</summary>
public sealed class NarrativeEvidence(BotsDb db)
{
    const int TopShown = 10;

    public async Task<SheetDraft> Of(Narrative n, Guid organisation, Lang l, CancellationToken ct)
    {
        var clusters = await Clusters(n, organisation, ct);
        return new()
        {
            Title = l.Say("Récit : ", "Narrative: ") + n.Filter.Subject.Typed is var title && title.Length <= CaseSheet.TitleMaxLength ? title : title[..CaseSheet.TitleMaxLength],
            Summary = Summary(n, l), Href = Addresses.Narratives(l) + n.Filter.ToQuery(), Observables = Observables(n),
            Evidence = new Dictionary<CampaignCriterion, string>
            {
                [CampaignCriterion.Massive] = Massive(n, l), [CampaignCriterion.Amplified] = Amplified(n, clusters, l), [CampaignCriterion.FalseOrMisleading] = SheetDraft.NotMeasuredTruth(l),
                [CampaignCriterion.Foreign] = Foreign(n, l), [CampaignCriterion.IntentToHarm] = SheetDraft.NotMeasuredIntent(l),
            },
        };
    }

    static string Summary(Narrative n, Lang l)
    {
        var text = new StringBuilder(l.Say(
            $"Récit suivi par {SheetDraft.Plain(n.Filter.Subject.Typed)}, du {l.Day(n.Filter.From)} au {l.Day(n.Filter.To)} : {l.Count(n.Posts, ("publication", "publications"), ("", ""))} de {l.Count(n.Authors.Count, ("compte", "comptes"), ("", ""))}, la première le {l.Moment(n.Counted.First!.Value.At)}.",
            $"Narrative followed by {SheetDraft.Plain(n.Filter.Subject.Typed)}, from {l.Day(n.Filter.From)} to {l.Day(n.Filter.To)}: {l.Count(n.Posts, ("", ""), ("post", "posts"))} of {l.Count(n.Authors.Count, ("", ""), ("account", "accounts"))}, the first on {l.Moment(n.Counted.First!.Value.At)}."));
        text.Append("\n\n").Append(l.Say("Premières publications :", "First posts:"));
        foreach (var top in n.Top.Where(t => t.Kind is TopKind.First).Take(3))
        {
            text.Append("\n\n> ").Append(SheetDraft.Plain(Short(top.Post.Text ?? l.Say("(sans texte)", "(no text)")))).Append("\n>\n> ").Append(l.Moment(top.Post.At));
        }

        return text.Append("\n\n").Append(l.Say("Fondé sur ce que nos veilles ont recueilli, et sur rien d’autre.", "Based on what our watches collected, and on nothing else.")).ToString();
    }

    static string Massive(Narrative n, Lang l)
    {
        var total = n.Counted.Total;
        var days = TimeTables.Points(n with { Filter = n.Filter with { Step = NarrativeStep.Day } });
        var peak = days.MaxBy(d => d.Volume.Posts)!;
        return Lines(
            l.Say(
                $"{l.Count(n.Posts, ("publication recueillie", "publications recueillies"), ("", ""))} de {l.Count(n.Authors.Count, ("compte", "comptes"), ("", ""))}, dont {l.Count(total.Reposts, ("repost", "reposts"), ("", ""))}, {l.Count(total.Quotes, ("citation", "citations"), ("", ""))}, {l.Count(total.Replies, ("réponse", "réponses"), ("", ""))}.",
                $"{l.Count(n.Posts, ("", ""), ("post", "posts"))} collected from {l.Count(n.Authors.Count, ("", ""), ("account", "accounts"))}, of which {l.Count(total.Reposts, ("", ""), ("repost", "reposts"))}, {l.Count(total.Quotes, ("", ""), ("quote", "quotes"))}, {l.Count(total.Replies, ("", ""), ("reply", "replies"))}."),
            l.Say($"Au plus fort : {l.Number(peak.Volume.Posts)} le {TimeTables.When(n.Filter with { Step = NarrativeStep.Day }, peak.At, l)}.", $"At the highest: {l.Number(peak.Volume.Posts)} on {TimeTables.When(n.Filter with { Step = NarrativeStep.Day }, peak.At, l)}."),
            n.Counted.WithLikes == 0 ? l.Say("J’aime : non donnés.", "Likes: not given.") : l.Say($"J’aime, au compte du réseau : {l.Number(total.GivenLikes, 0)} (donnés pour {l.Number(n.Counted.WithLikes)} publications sur {l.Number(n.Counted.Own)}).", $"Likes, as the network counts: {l.Number(total.GivenLikes, 0)} (given for {l.Number(n.Counted.WithLikes)} posts of {l.Number(n.Counted.Own)})."),
            l.Say("Non mesuré : combien de personnes les ont vues ; ce que nos veilles n’ont pas recueilli.", "Not measured: how many people saw them; what our watches did not collect."));
    }

    static string Amplified(Narrative n, int clusters, Lang l)
    {
        var (a, top) = (n.Amplification, n.Authors.Take(TopShown).Sum(x => x.Posts));
        return Lines(
            a is { Posts: { } posts, Accounts: { } accounts }
                ? l.Say($"Des programmes publieraient entre {l.Tenths(posts.Low)} et {l.Tenths(posts.High)} des publications ({l.Tenths(accounts.Low)} à {l.Tenths(accounts.High)} des comptes), parmi les {l.Number(a.Known)} comptes dont le score parle. Intervalle à 95 %.", $"Programs are likely to publish between {l.Tenths(posts.Low)} and {l.Tenths(posts.High)} of the posts ({l.Tenths(accounts.Low)} to {l.Tenths(accounts.High)} of the accounts), among the {l.Number(a.Known)} accounts whose score tells. 95% interval.")
                : l.Say("Part de programmes : non connue, aucun compte n’a de score qui parle.", "Share of programs: not known, no account has a score that tells."),
            a.Unknown == 0 ? null : l.Say($"{l.Number(a.Unknown)} comptes sans réponse : sur l’ensemble, la part est entre {l.Tenths(a.AllPosts!.Low)} et {l.Tenths(a.AllPosts.High)} des publications.", $"{l.Number(a.Unknown)} accounts without an answer: of the whole, the share is between {l.Tenths(a.AllPosts!.Low)} and {l.Tenths(a.AllPosts.High)} of the posts."),
            l.Say($"Les {Math.Min(TopShown, n.Authors.Count)} comptes les plus actifs font {l.Tenths((double)top / n.Posts)} des publications ; les reposts, {l.Tenths((double)n.Counted.Total.Reposts / n.Posts)}.", $"The {Math.Min(TopShown, n.Authors.Count)} most active accounts make {l.Tenths((double)top / n.Posts)} of the posts; reposts, {l.Tenths((double)n.Counted.Total.Reposts / n.Posts)}."),
            l.Say($"{l.Count(n.IdenticalCount, ("texte identique", "textes identiques"), ("", ""))} par au moins deux comptes, {l.Count(n.Near.Count, ("groupe de copies proches", "groupes de copies proches"), ("", ""))}.", $"{l.Count(n.IdenticalCount, ("", ""), ("identical text", "identical texts"))} by at least two accounts, {l.Count(n.Near.Count, ("", ""), ("group of near copies", "groups of near copies"))}."),
            l.Say($"{l.Count(clusters, ("groupe de comptes coordonnés", "groupes de comptes coordonnés"), ("", ""))} de nos veilles {(clusters < 2 ? "compte" : "comptent")} au moins deux comptes de ce récit.", $"{l.Count(clusters, ("", ""), ("cluster", "clusters"))} of our watches {(clusters == 1 ? "has" : "have")} at least two accounts of this narrative."),
            l.Say("Un score dit des signes d’automatisation, jamais qui agit ; une copie peut venir d’un bouton de partage.", "A score tells signs of automation, never who acts; a copy may come from a share button."));
    }

    static string Foreign(Narrative n, Lang l)
    {
        var languages = n.Counted.Languages.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(5).Select(c => $"{CountTables.LanguageName(c.Key, l)} {l.Tenths((double)c.Value / n.Posts)}");
        var sites = n.Counted.Domains.OrderByDescending(d => d.Value.Posts).ThenBy(d => d.Key, StringComparer.Ordinal).Take(5).Select(d => $"{SheetDraft.Plain(d.Key)} ({l.Number(d.Value.Posts)})").ToList();
        var clock = TimeTables.Clock(n);
        var night = clock[1] + clock[2] + clock[3] + clock[4] + clock[5];
        return Lines(
            l.Say("Indices seulement, aucun n’est une preuve d’origine :", "Hints only, none of them proves an origin:"),
            l.Say("Langues : ", "Languages: ") + string.Join(", ", languages) + ".",
            l.Say($"Entre 1 h et 6 h à Paris : {l.Tenths((double)night / n.Posts)} des publications.", $"Between 1:00 and 6:00 in Paris: {l.Tenths((double)night / n.Posts)} of the posts."),
            sites.Count == 0 ? l.Say("Aucun lien.", "No link.") : l.Say("Sites les plus liés : ", "Most linked sites: ") + string.Join(", ", sites) + ".",
            l.Say("Non mesuré : d’où l’on publie, qui paie.", "Not measured: where it is published from, who pays."));
    }

    static IReadOnlyList<string> Observables(Narrative n) =>
    [
        .. n.Filter.Subject.Kind is SubjectKind.Hashtag or SubjectKind.Link or SubjectKind.Domain ? [n.Filter.Subject.Typed] : Array.Empty<string>(),
        .. n.Counted.Hashtags.OrderByDescending(t => t.Value.Posts).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => "#" + t.Key).Where(t => !string.Equals(t, n.Filter.Subject.Typed, StringComparison.Ordinal)).Take(TopShown),
        .. n.Counted.Links.OrderByDescending(t => t.Value.Posts).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key).Where(t => !string.Equals(t, n.Filter.Subject.Typed, StringComparison.Ordinal)).Take(SheetDraft.MostShownLinks),
        // Whoever shows no sign of anything has no business in a case.
        .. n.Authors.Where(a => a.Class is AutomationClass.Bot).Select(a => SourceAddress.OfAccount(a.Network, a.Handle)).OfType<string>().Take(SheetDraft.MostShownAccounts),
    ];

    async Task<int> Clusters(Narrative n, Guid organisation, CancellationToken ct)
    {
        const int AtOnce = 5_000;
        var own = db.Watches.Where(w => w.OrganisationId == organisation).Select(w => w.Id);
        var met = new Dictionary<Guid, int>();
        foreach (var some in n.Authors.Select(a => a.Id).Chunk(AtOnce))
        {
            var ids = some.ToList();
            var found = await db.Members.Where(m => ids.Contains(m.AccountId) && db.Clusters.Any(c => c.Id == m.ClusterId && c.GoneAt == null && own.Contains(c.WatchId)))
                .GroupBy(m => m.ClusterId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
            foreach (var cluster in found)
            {
                met[cluster.Key] = met.GetValueOrDefault(cluster.Key) + cluster.Count;
            }
        }

        return met.Values.Count(c => c > 1);
    }

    static string Lines(params IEnumerable<string?> lines) => string.Join("\n\n", lines.OfType<string>());

    static string Short(string text) => text.Length <= 300 ? text : text[..(char.IsHighSurrogate(text[298]) ? 298 : 299)] + "…";
}
