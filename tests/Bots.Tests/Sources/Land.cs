using Beffroi.Bots.Keeping;
using Beffroi.Bots.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Bots.Tests.Sources;

/// <summary>A mandate in force, a watch with its terms, and sources that a test runs when it wants.</summary>
sealed class Land : IAsyncDisposable
{
    public const string Owner = "here";

    Land(SiteUnderTest site) => Site = site;

    public SiteUnderTest Site { get; }
    public Mandate Mandate { get; private set; } = null!;
    public Watch Watch { get; private set; } = null!;
    public IReadOnlyList<WatchTerm> Terms { get; private set; } = [];

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<Land> Make(params (TermKind Kind, string Value)[] terms) => Make(DbEngine.Sqlite, terms);

    public static async Task<Land> Make(DbEngine engine, params (TermKind Kind, string Value)[] terms)
    {
        var land = new Land(await SiteUnderTest.WithWorld(engine));
        land.Mandate = MandateOf(ChatWorld.Ministry.Id, land.Site.Clock.GetUtcNow());
        land.Watch = new() { Id = Guid.NewGuid(), MandateId = land.Mandate.Id, OrganisationId = ChatWorld.Ministry.Id, Name = "Ingérences", CreatedAt = land.Site.Clock.GetUtcNow(), CreatedBy = Guid.Empty };
        land.Terms = [.. terms.Index().Select(t => TermOf(land.Watch.Id, t.Item.Kind, t.Item.Value, land.Site.Clock.GetUtcNow().AddSeconds(t.Index)))];
        await land.Site.Write<BotsDb>(db =>
        {
            db.AddRange(land.Mandate, land.Watch);
            db.AddRange(land.Terms);
        });
        return land;
    }

    public static Mandate MandateOf(Guid organisation, DateTimeOffset now, int unmatchedDays = 30, int keepDays = 365) => new()
    {
        Id = Guid.NewGuid(), OrganisationId = organisation, Title = "Cadre", Controller = "Ministère", Purpose = "Étude", Basis = LegalBasis.PublicInterestTask, BasisDetail = "Décret", Hypothesis = "Un État étranger pousse un récit.",
        Countries = "XX", ExpiresOn = DateOnly.FromDateTime(now.UtcDateTime).AddDays(60), UnmatchedDays = unmatchedDays, KeepDays = keepDays, RecordedAt = now, RecordedBy = Guid.Empty,
    };

    public static WatchTerm TermOf(Guid watch, TermKind kind, string value, DateTimeOffset at) => new() { Id = Guid.NewGuid(), WatchId = watch, Kind = kind, Value = value, Key = TermKey.Of(kind, value)!, AddedAt = at, AddedBy = Guid.Empty };

    public async Task<Guid> Source(SourceKind kind, SourceSettings settings, string? cursor = null, long? budget = null)
    {
        var source = new Source { Id = Guid.NewGuid(), WatchId = Watch.Id, Kind = kind, Name = "Source", Settings = settings.ToJson(), Wanted = true, Cursor = cursor, CursorAt = cursor is null ? null : Site.Clock.GetUtcNow(), Budget = budget, CreatedAt = Site.Clock.GetUtcNow(), CreatedBy = Guid.Empty };
        await Site.Write<BotsDb>(db => db.Add(source));
        return source.Id;
    }

    public SourceRun RunOf(SourcesSetup setup) => new(Scopes, RowsOf(setup), new Feeds(Scopes, setup, Site.Clock), setup, Site.Clock, NullLogger<SourceRun>.Instance);

    public SourceRows RowsOf(SourcesSetup setup) => new(Scopes, setup, Site.Clock);

    /// <summary>One connection, from its opening to its end.</summary>
    public async Task<RunEnd> Run(Guid source, SourcesSetup setup, string owner = Owner)
    {
        Assert.True(await RowsOf(setup).Hold(source, owner, Ct));
        return await RunOf(setup).Go(source, owner, Ct);
    }

    public Source Row(Guid id) => Site.ReadBots(db => db.Sources.AsNoTracking().Single(s => s.Id == id));

    public IReadOnlyList<CollectedPost> Posts => Site.ReadBots(db => db.Posts.AsNoTracking().OrderBy(p => p.Seq).ToList());

    /// <summary>A post as if a source had brought it.</summary>
    public async Task Append(Guid source, params IncomingPost[] posts)
    {
        await using var scope = Site.Scope();
        scope.ServiceProvider.GetRequiredService<Kit.Actor>().Act = "test.preparer";
        await scope.ServiceProvider.GetRequiredService<PostLog>().Append(source, posts, null, Ct);
    }

    public IServiceScopeFactory Scopes
    {
        get
        {
            // From here on this flow of the test is at the database of its own site.
            using var scope = Site.Scope();
            return scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>();
        }
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}
