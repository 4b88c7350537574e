using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Chat.Searching;
using Beffroi.Data.Sqlite.Chat;
using Beffroi.Data.Sqlite.Encyclopedia;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Incubator;
using Beffroi.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Data.Sqlite;

/// <summary>Every module's tables in one SQLite file.</summary>
public static class SqliteStorage
{
    static readonly Dictionary<Type, string> Prefixes = new()
    {
        [typeof(AccountsDb)] = AccountsDb.Prefix, [typeof(AdsDb)] = AdsDb.Prefix, [typeof(BotsDb)] = BotsDb.Prefix, [typeof(ChatDb)] = ChatDb.Prefix, [typeof(EncyclopediaDb)] = EncyclopediaDb.Prefix, [typeof(EvaDb)] = EvaDb.Prefix, [typeof(IncubatorDb)] = IncubatorDb.Prefix,
    };

    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string connectionString) =>
        services
            .AddDbContext<AccountsDb>((provider, db) => Configure<AccountsDb>(db, connectionString, provider))
            .AddDbContext<AdsDb>((provider, db) => Configure<AdsDb>(db, connectionString, provider))
            .AddDbContext<BotsDb>((provider, db) => Configure<BotsDb>(db, connectionString, provider))
            .AddDbContext<EncyclopediaDb>((provider, db) => Configure<EncyclopediaDb>(db, connectionString, provider))
            .AddScoped<IEntrySearch, SqliteEntrySearch>()
            .AddScoped<IMessageSearch, SqliteMessageSearch>()
            .AddDbContext<ChatDb>((provider, db) => Configure<ChatDb>(db, connectionString, provider))
            .AddDbContext<EvaDb>((provider, db) => Configure<EvaDb>(db, connectionString, provider))
            .AddDbContext<IncubatorDb>((provider, db) => Configure<IncubatorDb>(db, connectionString, provider));

    /// <summary>Whether the file has every migration of this version; no file is made.</summary>
    public static async Task<bool> IsUpToDate(string connectionString, CancellationToken ct)
    {
        // Not pooled: nothing holds the file afterwards.
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        return await AppliedMigrations.AreAll(connection, typeof(SqliteStorage).Assembly, Prefixes, ct);
    }

    static void Configure<TDb>(DbContextOptionsBuilder db, string connectionString, IServiceProvider provider) where TDb : DbContext =>
        Use(db, connectionString, Prefixes[typeof(TDb)]).AddInterceptors(provider.GetRequiredService<AuditInterceptor>());

    internal static DbContextOptionsBuilder Use(DbContextOptionsBuilder db, string connectionString, string prefix) =>
        db.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly("Data.Sqlite").MigrationsHistoryTable(AppliedMigrations.History(prefix))).AddInterceptors(ForgottenForGood.Always);
}
