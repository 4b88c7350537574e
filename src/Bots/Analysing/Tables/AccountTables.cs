using System.Globalization;
using System.Text.Json;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Analysing;

/// <summary>Tables about the accounts of a narrative.</summary>
sealed class AccountTables(BotsDb db)
{
    public NarrativeTable Accounts(Narrative n, Lang l) => new()
    {
        Key = TableKey.Accounts, Title = l.Say("Comptes", "Accounts"), Count = n.Authors.Count,
        Note = l.Say("La part est celle des publications du récit. Le score dit des signes d’automatisation, jamais qui tient le compte.", "The share is that of the posts of the narrative. The score tells signs of automation, never who runs the account."),
        Columns =
        [
            new(l.Say("Compte", "Account")), new(l.Say("Réseau", "Network")), new(l.Say("Publications", "Posts"), true), new(l.Say("Part des publications", "Share of posts"), true), new(l.Say("dont reposts", "of which reposts"), true),
            new(l.Say("Abonnés", "Followers"), true), new(l.Say("Créé le", "Created on")), new(l.Say("Automatisation", "Automation")), new(l.Say("Probabilité", "Probability"), true), new(l.Say("Dans le récit", "In the narrative"), OnlyShown: true),
        ],
        Rows = async (skip, take, ct) =>
        {
            var some = n.Authors.Skip(skip).Take(take).ToList();
            var ids = some.ConvertAll(a => a.Id);
            var profiles = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Profile, a.NativeId }).ToDictionaryAsync(a => a.Id, a => (Profile: Profile(a.Profile), a.NativeId), ct);
            return [.. some.Select(a => Row(a, profiles.GetValueOrDefault(a.Id), n, l))];
        },
    };

    public static NarrativeTable Histogram(Narrative n, Lang l)
    {
        var bins = PostsByAccount.Histogram(n.Authors.Select(a => (long)a.Posts));
        return new()
        {
            Key = TableKey.Histogram, Title = l.Say("Publications par compte", "Posts by account"), Count = bins.Length,
            Columns = [new(l.Say("Publications", "Posts")), new(l.Say("Comptes", "Accounts"), true), new(l.Say("Part des comptes", "Share of accounts"), true)],
            Rows = NarrativeTable.Of([.. bins.Index()], b => [new(BinName(b.Index, l)) { Raw = PostsByAccount.Labels[b.Index] }, l.Figure(b.Item), l.Share((double)b.Item / Math.Max(1, n.Authors.Count))]),
        };
    }

    public static NarrativeTable Scores(Narrative n, Lang l)
    {
        var scored = n.Authors.Where(a => a.Probability is not null).Select(a => a.Probability!.Value).ToList();
        var bins = ScoreHistogram.Of(scored);
        return new()
        {
            Key = TableKey.Scores, Title = l.Say("Scores d’automatisation", "Automation scores"), Count = bins.Length,
            Note = l.Say($"Cent classes d’un centième, 0 et 1 compris. Comptes sans score : {l.Number(n.Authors.Count - scored.Count)}.", $"A hundred classes of one hundredth, 0 and 1 included. Accounts without a score: {l.Number(n.Authors.Count - scored.Count)}."),
            Columns = [new(l.Say("De", "From"), true), new(l.Say("À", "To"), true), new(l.Say("Comptes", "Accounts"), true)],
            Rows = NarrativeTable.Of([.. bins.Index()], b => [Hundredth(b.Index, l), Hundredth(b.Index + 1, l), l.Figure(b.Item)]),
        };
    }

    public static string BinName(int bin, Lang l) => bin == PostsByAccount.Lowest.Length - 1
        ? l.Say("plus de 200", "more than 200")
        : PostsByAccount.Lowest[bin] == PostsByAccount.Lowest[bin + 1] - 1 ? PostsByAccount.Labels[bin] : l.Say($"{PostsByAccount.Lowest[bin]} à {PostsByAccount.Lowest[bin + 1] - 1}", $"{PostsByAccount.Lowest[bin]} to {PostsByAccount.Lowest[bin + 1] - 1}");

    public static string ClassName(AutomationClass? of, Lang l) => of is not { } known ? l.Say("sans score", "no score") : known switch
    {
        AutomationClass.Bot => l.Say("signes d’automatisation", "signs of automation"),
        AutomationClass.Human => l.Say("peu de signes", "few signs"),
        AutomationClass.Undetermined => l.Say("indéterminé", "undetermined"),
    };

    static IReadOnlyList<Cell> Row(NarrativeAuthor a, (Account? Profile, string NativeId) known, Narrative n, Lang l)
    {
        var name = a.Handle ?? known.NativeId ?? a.Id.ToString();
        return
        [
            new(a.Handle is null ? name : "@" + name) { Href = Addresses.Account(l, a.Id), Raw = name },
            new(NetworkName(a.Network, l)) { Raw = a.Network.ToString() },
            l.Figure(a.Posts), l.Share((double)a.Posts / n.Posts), l.Figure(a.Reposts),
            l.Figure(known.Profile?.Followers),
            known.Profile?.CreatedAt is { } created ? new(French.IsoDay(created)) : new("—") { Raw = "", Label = l.Say("non donné", "not given") },
            new(ClassName(a.Class, l)) { Raw = a.Class?.ToString() ?? "" },
            a.Probability is { } p ? new(l.Percent(p)) { IsFigure = true, Raw = Math.Round(p, 4).ToString("0.####", CultureInfo.InvariantCulture) } : new("—") { IsFigure = true, Raw = "", Label = l.Say("sans score", "no score") },
            new(l.Say("Filtrer", "Filter")) { Href = CountTables.Here(n, l, f => f with { Account = a.Id.ToString() }), Label = l.Say($"Filtrer : ne garder que {name}", $"Filter: keep only {name}") },
        ];
    }

    public static string NetworkName(Network network, Lang l) => network switch
    {
        Network.Twitter => "X",
        Network.Bluesky => "Bluesky",
        Network.Mastodon => "Mastodon",
        Network.Other => l.Say("autre", "other"),
    };

    static Cell Hundredth(int bin, Lang l) => new(l.Number(bin / 100.0, 2)) { IsFigure = true, Raw = (bin / 100.0).ToString("0.00", CultureInfo.InvariantCulture) };

    static Account? Profile(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<Account>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
