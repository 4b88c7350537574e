using System.Text.Json;
using Beffroi.Bots.Clustering;
using Beffroi.Detection;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Findings;

/// <summary>A watch of the ministry, and what was collected for it: rows as the log writes them.</summary>
sealed class PlantedWatch
{
    public static readonly DateTimeOffset Now = SiteUnderTest.Start;

    readonly List<object> _rows = [];
    readonly Dictionary<string, WatchedAccount> _accounts = new(StringComparer.Ordinal);
    long _seq;

    public PlantedWatch(Guid organisation, string name = "Veille d’essai", long firstSeq = 1)
    {
        _seq = firstSeq;
        Mandate = new()
        {
            Id = Guid.NewGuid(), OrganisationId = organisation, Title = "Cadre d’essai", Controller = "Le ministère", Purpose = "Essais", Basis = LegalBasis.PublicInterestTask, BasisDetail = "Décret d’essai",
            Hypothesis = "Un acteur étranger d’essai", Countries = "XX", ExpiresOn = new(2027, 6, 1), UnmatchedDays = 7, KeepDays = 90, RecordedAt = Now, RecordedBy = Guid.NewGuid(),
        };
        Watch = new() { Id = Guid.NewGuid(), MandateId = Mandate.Id, OrganisationId = organisation, Name = name, CreatedAt = Now, CreatedBy = Guid.NewGuid() };
        Term = new() { Id = Guid.NewGuid(), WatchId = Watch.Id, Kind = TermKind.Hashtag, Value = "#essai", Key = "essai", AddedAt = Now, AddedBy = Guid.NewGuid() };
        Source = new() { Id = Guid.NewGuid(), WatchId = Watch.Id, Kind = SourceKind.Upload, Name = "Fichier", Settings = "{}", CreatedAt = Now, CreatedBy = Guid.NewGuid() };
        _rows.AddRange([Mandate, Watch, Term, Source]);
    }

    public Mandate Mandate { get; }
    public Watch Watch { get; }
    public WatchTerm Term { get; }
    public Source Source { get; }

    public WatchedAccount Account(string handle, Account? profile = null)
    {
        if (_accounts.TryGetValue(handle, out var known))
        {
            return known;
        }

        var native = "id-" + handle;
        var account = new WatchedAccount
        {
            Id = Guid.NewGuid(), Network = Network.Twitter, NativeId = native, Handle = handle, FirstSeenAt = Now, LastSeenAt = Now, Matched = true,
            Profile = JsonSerializer.Serialize(profile ?? new Account { Network = Network.Twitter, Id = native, Handle = handle, ObservedAt = Now }),
        };
        _accounts.Add(handle, account);
        _rows.AddRange([account, new AccountMatch { WatchId = Watch.Id, AccountId = account.Id, FirstAt = Now }]);
        return account;
    }

    public CollectedPost Post(string handle, DateTimeOffset at, string? text = null, PostKind kind = PostKind.Post, string? target = null, string? id = null, PostCountsGiven? counts = null, string? language = null)
    {
        var account = Account(handle);
        var post = new CollectedPost
        {
            Seq = _seq++, Network = account.Network, NativeId = id ?? $"p{_seq}-{Watch.Id:N}", AccountId = account.Id, Kind = kind, At = at, CollectedAt = at, Text = text, Language = language, TargetId = target,
            ReplyTo = kind == PostKind.Reply ? target : null, Partition = 0, Likes = counts?.Likes, Reposts = counts?.Reposts, Quotes = counts?.Quotes, Replies = counts?.Replies,
        };
        account.Posts++;
        _rows.AddRange([post, new PostMatch { WatchId = Watch.Id, Seq = post.Seq, TermId = Term.Id, SourceId = Source.Id, Place = post.Seq }]);
        return post;
    }

    /// <summary>Writes what was planted since the last time.</summary>
    public async Task Plant(SiteUnderTest site)
    {
        await site.Write<BotsDb>(db => db.AddRange(_rows));
        _rows.Clear();
    }

    /// <summary>A group that repeats the same posts seconds apart, among people who repeat these and many others at their own hours. (What all repeat says nothing of a group.)</summary>
    public void Coordinated(IReadOnlyList<string> members, int objects = 8, string theme = "cible")
    {
        for (var thing = 0; thing < objects; thing++)
        {
            var at = Now.AddHours(-100 + (thing * 11));
            Post($"auteur{thing}", at.AddHours(-1), $"Une phrase d’auteur bien à elle numéro {thing} {theme}", id: $"{theme}-{thing}");
            foreach (var (rank, member) in members.Index())
            {
                Post(member, at.AddSeconds(rank * 4), null, PostKind.Repost, $"{theme}-{thing}");
            }
        }

        var chance = new Random(7);
        for (var person = 0; person < 60; person++)
        {
            for (var act = 0; act < 6; act++)
            {
                Post($"personne{person}", Now.AddSeconds(-chance.Next(3600, 6 * 86_400)), null, PostKind.Repost, $"{theme}-{chance.Next(12 * objects)}");
            }
        }
    }
}

sealed record PostCountsGiven(long? Likes = null, long? Reposts = null, long? Quotes = null, long? Replies = null);

static class Rounds
{
    /// <summary>Every watch that is due.</summary>
    public static async Task<int> Look(this SiteUnderTest site)
    {
        var turns = 0;
        while (await site.LookOnce())
        {
            turns++;
        }

        return turns;
    }

    public static async Task<bool> LookOnce(this SiteUnderTest site)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<WatchRounds>().NextRound(TestContext.Current.CancellationToken);
    }
}
