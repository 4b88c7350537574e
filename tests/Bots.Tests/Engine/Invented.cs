using Beffroi.Bots.Keeping;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Engine;

/// <summary>Invented accounts and posts, the same for the same seed: ordinary people, and some who repeat the same things within seconds.</summary>
sealed class Invented
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    readonly Random _chance;

    public Invented(int seed, int accounts = 30, int posts = 400)
    {
        _chance = new(seed);
        Accounts = [.. Enumerable.Range(0, accounts).Select(Person)];
        Posts = [.. Enumerable.Range(0, posts).Select(Post).OrderBy(p => p.Post.CreatedAt)];
    }

    public IReadOnlyList<Account> Accounts { get; }

    /// <summary>In order of time.</summary>
    public IReadOnlyList<IncomingPost> Posts { get; }

    public Guid Term { get; } = Guid.NewGuid();

    /// <summary>A watch under a mandate in force, and its source.</summary>
    public static async Task<Source> Watch(SiteUnderTest site, Guid? organisation = null)
    {
        var now = SiteUnderTest.Start;
        var mandate = new Mandate
        {
            Id = Guid.NewGuid(), OrganisationId = organisation ?? ChatWorld.Ministry.Id, Title = "Veille inventée", Controller = "Ministère inventé", Purpose = "Essai", Basis = LegalBasis.PublicInterestTask,
            BasisDetail = "Décret inventé", Hypothesis = "Un acteur inventé répète des récits inventés.", Countries = "", ExpiresOn = new(2027, 6, 1), UnmatchedDays = 30, KeepDays = 365, RecordedAt = now,
            RecordedBy = Guid.NewGuid(),
        };
        var watch = new Watch { Id = Guid.NewGuid(), MandateId = mandate.Id, OrganisationId = mandate.OrganisationId, Name = "Récit inventé", CreatedAt = now, CreatedBy = mandate.RecordedBy };
        var source = new Source { Id = Guid.NewGuid(), WatchId = watch.Id, Kind = SourceKind.Upload, Name = "Fichier inventé", Settings = "{}", CreatedAt = now, CreatedBy = mandate.RecordedBy };
        await site.Write<BotsDb>(db => db.AddRange(mandate, watch, source));
        return source;
    }

    public static async Task<KeptPosts> Append(SiteUnderTest site, Guid source, IReadOnlyList<IncomingPost> posts, string? cursor = null)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<PostLog>().Append(source, posts, cursor, TestContext.Current.CancellationToken);
    }

    Account Person(int number) => new()
    {
        Network = Network.Twitter,
        Id = (1000 + number).ToString(System.Globalization.CultureInfo.InvariantCulture),
        Handle = $"invente_{number}",
        DisplayName = $"Inventé {number}",
        CreatedAt = Start.AddDays(-_chance.Next(20, 3000)),
        ObservedAt = Start,
        Posts = _chance.Next(60, 90_000),
        Followers = _chance.Next(0, 5000),
        Following = _chance.Next(0, 5000),
        Favourites = _chance.Next(0, 5000),
        Listed = _chance.Next(0, 50),
        Verified = false,
        DefaultProfile = _chance.Next(2) == 0,
        DefaultImage = _chance.Next(5) == 0,
        Protected = false,
        Description = _chance.Next(3) == 0 ? "" : $"Personne inventée numéro {number}, qui aime les trains et le pain.",
    };

    IncomingPost Post(int number)
    {
        var account = Accounts[_chance.Next(Accounts.Count)];
        // A third of the posts gather in a few bursts, where few things are said.
        var burst = _chance.Next(3) == 0;
        var at = burst ? Start.AddMinutes(20 * _chance.Next(1, 8)).AddSeconds(_chance.Next(0, 50)) : Start.AddSeconds(_chance.Next(0, 3 * 3600));
        var said = burst ? _chance.Next(4) : _chance.Next(4, 90);
        var kind = _chance.Next(8);
        return new()
        {
            Network = Network.Twitter,
            Author = account,
            TermId = number % 3 == 0 ? null : Term,
            Counts = new(Likes: _chance.Next(100)),
            Post = new()
            {
                Id = (500_000 + number).ToString(System.Globalization.CultureInfo.InvariantCulture),
                AccountId = account.Id,
                CreatedAt = at,
                Text = $"Ils nous cachent la vérité sur le pont numéro {said} #pont{said} #verite",
                Language = "fr",
                RepostOf = kind == 0 ? $"9000{said}" : null,
                QuoteOf = kind == 1 ? $"9000{said}" : null,
                ReplyTo = kind == 2 ? $"9000{said}" : null,
                Source = "Application inventée",
                Urls = kind == 3 ? [$"https://journal-invente.example/articles/{said}?utm_source=x"] : [],
                MediaHashes = null,
            },
        };
    }
}
