using Beffroi.Data.Postgres;
using Beffroi.Data.Sqlite;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.Tests.Data;

public sealed class MigrationTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_migrations_say_all_that_the_model_says(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await using var scope = site.Scope();

        Assert.All(Contexts(scope), db => Assert.False(db.Database.HasPendingModelChanges(), db.GetType().Name));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Every_migration_has_been_run_on_a_new_database(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await using var scope = site.Scope();

        foreach (var db in Contexts(scope))
        {
            Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_base_tells_without_any_model_whether_it_lacks_a_migration(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await using var scope = site.Scope();
        var ct = TestContext.Current.CancellationToken;

        foreach (var db in Contexts(scope))
        {
            var (history, connection) = (db.GetService<IHistoryRepository>(), db.Database.GetConnectionString()!);
            var last = (await history.GetAppliedMigrationsAsync(ct))[^1];
            Assert.True(await IsUpToDate(engine, connection, ct));
            await db.Database.ExecuteSqlRawAsync(history.GetDeleteScript(last.MigrationId), ct);
            Assert.False(await IsUpToDate(engine, connection, ct), db.GetType().Name);
            await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(last), ct);
        }
    }

    [Fact]
    public async Task A_base_that_is_not_there_lacks_migrations_and_is_not_made()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".db");

        Assert.False(await SqliteStorage.IsUpToDate($"Data Source={file}", TestContext.Current.CancellationToken));
        Assert.False(File.Exists(file));
        Assert.False(await PostgresStorage.IsUpToDate("Host=127.0.0.1;Port=1;Username=nobody;Timeout=5", TestContext.Current.CancellationToken));
    }

    static Task<bool> IsUpToDate(DbEngine engine, string connection, CancellationToken ct) =>
        engine == DbEngine.Sqlite ? SqliteStorage.IsUpToDate(connection, ct) : PostgresStorage.IsUpToDate(connection, ct);

    // Of each module: whoever has tables is in the register.
    static IReadOnlyList<DbContext> Contexts(AsyncServiceScope scope) => [.. scope.ServiceProvider.GetServices<IRegister>().Select(r => (DbContext)scope.ServiceProvider.GetRequiredService(r.Database))];

    [Theory, ClassData(typeof(Engines))]
    public async Task What_was_there_before_people_played_alone_is_there_after(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<EvaDb>();
        var before = Counts(db);

        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync(db.Database.GetMigrations().Single(m => m.EndsWith("_OwnWords", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        await migrator.MigrateAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(db.Evaluations.Any());
        Assert.Equal(before, Counts(db));
    }

    static (int, int, int, int) Counts(EvaDb db) => (db.Evaluations.Count(e => e.CampaignId != null), db.Runs.Count(), db.Events.Count(), db.Results.Count());

    [Theory, ClassData(typeof(Engines))]
    public async Task An_instant_comes_back_as_it_was_and_sorts_by_time(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var instants = new[] { "2026-11-23T10:00:00.1234560Z", "2026-11-23T09:59:59Z", "2026-11-23T12:30:00+02:00" }.Select(t => DateTimeOffset.Parse(t, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        await site.Given([.. instants.Select((at, i) => new CampaignCodeTaken { Code = $"AAA0000{i}", At = at })]);

        Assert.Equal(instants.Order(), site.Read(db => db.CampaignCodes.OrderBy(c => c.At).Select(c => c.At).ToList()));
    }
}
